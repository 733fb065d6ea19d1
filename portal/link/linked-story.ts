import type { LinkPageView } from '../../api/portal/portal.contract';
import { isAhead } from '../appointment/standing';

export type LinkedAppointment = LinkPageView['appointments'][number];

/** What a link has to tell: of the appointment that its message spoke of, as it is now. */
export type LinkStory =
  /** It is ahead as the message said, or at another time. */
  | { readonly kind: 'ahead'; readonly appointment: LinkedAppointment; readonly changed: boolean }
  | { readonly kind: 'cancelled'; readonly appointment: LinkedAppointment }
  | { readonly kind: 'over'; readonly appointment: LinkedAppointment }
  /** The message spoke of none, or of one that is not shown any more. */
  | { readonly kind: 'none' };

export function storyOf({ appointments }: Pick<LinkPageView, 'appointments'>, now: number): LinkStory {
  const appointment = appointments.find((one) => one.linked);
  if (!appointment) return { kind: 'none' };
  if (appointment.state === 'cancelled' || appointment.state === 'declined') return { kind: 'cancelled', appointment };
  if (!isAhead(appointment, now)) return { kind: 'over', appointment };
  return { kind: 'ahead', appointment, changed: appointment.changedSince };
}

/** The others that are still to come. */
export const othersOf = ({ appointments }: Pick<LinkPageView, 'appointments'>, now: number) =>
  appointments.filter((one) => !one.linked && isAhead(one, now));
