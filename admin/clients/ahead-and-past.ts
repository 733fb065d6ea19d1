import type { AppointmentView } from '../../api/schedule/appointment.contract';

const hold: ReadonlySet<AppointmentView['state']> = new Set([
  'requested',
  'scheduled',
  'confirmed',
  'arrived',
  'in_session',
]);

/** What is still to come or going on, soonest first; and everything else, newest first. */
export function aheadAndPast<A extends Pick<AppointmentView, 'state' | 'startsAt' | 'endsAt'>>(
  appointments: readonly A[],
  now: number,
): { readonly ahead: readonly A[]; readonly past: readonly A[] } {
  const isAhead = ({ state, endsAt }: A) =>
    hold.has(state) && (endsAt > now || state === 'arrived' || state === 'in_session');
  return {
    ahead: appointments.filter(isAhead).toSorted((a, b) => a.startsAt - b.startsAt),
    past: appointments.filter((one) => !isAhead(one)).toSorted((a, b) => b.startsAt - a.startsAt),
  };
}
