import { useSearchParams } from 'react-router';
import { addDays, isDay } from '../../browser/iso-day';
import { useToday } from '../../browser/use-today';

interface ShownDay {
  /** `2026-12-01` */
  readonly day: string;
  readonly today: string;
  readonly go: (day: string) => void;
  /** So many days on, or back. */
  readonly step: (days: number) => void;
}

/** The day that a calendar shows, in its address; without one, today, and so tomorrow once midnight has passed. */
export function useShownDay(): ShownDay {
  const [params, setParams] = useSearchParams();
  const today = useToday();
  const asked = params.get('day') ?? '';
  const day = isDay(asked) ? asked : today;
  const go = (to: string) =>
    setParams((now) => {
      const next = new URLSearchParams(now);
      if (to === today) next.delete('day');
      else next.set('day', to);
      return next;
    });
  return { day, today, go, step: (days) => go(addDays(day, days)) };
}
