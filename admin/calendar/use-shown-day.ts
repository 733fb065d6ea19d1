import { useSearchParams } from 'react-router';
import { isDay } from '../../browser/iso-day';
import { useToday } from '../../browser/use-today';
import { type View, stepBy } from './views';

export interface ShownDay {
  /** `2026-12-01` */
  readonly day: string;
  readonly today: string;
  readonly go: (day: string) => void;
  /** So many steps on, or back: as long as what is shown. */
  readonly step: (steps: number) => void;
}

/** The day that a calendar shows, in its address; without one, today, and so tomorrow once midnight has passed. */
export function useShownDay(view: View): ShownDay {
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
  return { day, today, go, step: (steps) => go(stepBy(view, day, steps)) };
}
