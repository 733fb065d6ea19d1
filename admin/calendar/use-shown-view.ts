import { useSearchParams } from 'react-router';
import { allowedValue } from '../data/url-filter';
import { usePreference } from '../data/use-preference';
import { addressNow } from './address-now';
import { type View, views } from './views';

/** How much is shown: as the address says, else as the person chose last, on whichever device. */
export function useShownView(): readonly [View, (view: View) => void] {
  const [params, setParams] = useSearchParams();
  const [kept, keep] = usePreference('calendar.view');
  const last = views.find((one) => nameOf(one) === kept);
  const choose = (view: View) => {
    const next = addressNow();
    next.set('view', view);
    setParams(next);
    if (view !== last) keep(nameOf(view));
  };
  return [allowedValue(params.get('view'), views) ?? last ?? 'day', choose];
}

/** What is kept of a choice. */
const nameOf = (view: View): string => `calendar-${view}`;
