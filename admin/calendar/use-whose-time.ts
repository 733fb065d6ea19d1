import { useSession } from '../../browser/session/use-session';
import { useUrlFilter } from '../data/url-filter';
import type { Resource } from './day-columns';
import type { View } from './views';

const all = 'all';

export interface WhoseTime {
  /** One, or all who are shown. */
  readonly resources: readonly Resource[];
  readonly value: string;
  readonly choose: (value: string | undefined) => void;
  /** All of them at once can be chosen here. */
  readonly offersAll: boolean;
}

/**
 * Of those whose time is shown, one or all, in the address. A clinician begins with herself. Else a week, and a day that has room
 * for one column, begin with the first; a month and a list with all.
 */
export function useWhoseTime(view: View, shown: readonly Resource[]): WhoseTime {
  const me = useSession()?.person.membershipId;
  const [asked, choose] = useUrlFilter('who', [all, ...shown.map(({ id }) => id)]);
  const offersAll = view !== 'day' && shown.length > 1;
  const mine = view === 'day' ? undefined : shown.find(({ id }) => id === me)?.id;
  const standard = mine ?? (view === 'month' || view === 'list' ? all : shown[0]?.id);
  const wanted = asked === all && !offersAll ? undefined : asked;
  const value = wanted ?? standard ?? all;
  const one = value === all ? undefined : (shown.find(({ id }) => id === value) ?? shown[0]);
  return { resources: one ? [one] : shown, value: one?.id ?? all, choose, offersAll };
}
