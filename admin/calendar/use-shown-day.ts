import { useSearchParams } from 'react-router';
import { isDay } from '../../browser/iso-day';
import { useToday } from '../../browser/use-today';
import { allowedValue } from '../data/url-filter';
import { addressNow } from './address-now';
import { type View, stepBy, views } from './views';

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
  const dayIn = (address: URLSearchParams): string => {
    const asked = address.get('day') ?? '';
    return isDay(asked) ? asked : today;
  };
  const go = (to: string) => {
    const next = addressNow();
    if (to === today) next.delete('day');
    else next.set('day', to);
    setParams(next);
  };
  return {
    day: dayIn(params),
    today,
    go,
    step: (steps) => {
      const now = addressNow();
      go(stepBy(allowedValue(now.get('view'), views) ?? view, dayIn(now), steps));
    },
  };
}
