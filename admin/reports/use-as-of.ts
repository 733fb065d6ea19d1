import { useSearchParams } from 'react-router';
import { isDay } from '../../browser/iso-day';
import { useToday } from '../../browser/use-today';

export interface AsOf {
  /** `2026-12-01`: the day that is asked for, today where none is. */
  readonly day: string;
  readonly today: string;
  /** As the API takes it: undefined for today, so that the practice's own clock says which day that is. */
  readonly asked: string | undefined;
  readonly go: (day: string) => void;
}

/** The day that a report speaks of, in its address. A day ahead is no day to report on. */
export function useAsOf(): AsOf {
  const [params, setParams] = useSearchParams();
  const today = useToday();
  const text = params.get('asOf') ?? '';
  const asked = isDay(text) && text < today ? text : undefined;
  const go = (day: string) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        if (day >= today) next.delete('asOf');
        else next.set('asOf', day);
        return next;
      },
      { replace: true },
    );
  return { day: asked ?? today, today, asked, go };
}
