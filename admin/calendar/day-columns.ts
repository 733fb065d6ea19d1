import type { AppointmentView } from '../../api/schedule/appointment.contract';
import type { CalendarDay } from '../schedule/day-shape';
import type { Stretch } from './shown-hours';

/** Whose time a column shows. */
export interface Resource {
  readonly id: string;
  readonly name: string;
  /** A clinician's colour; a room has none. */
  readonly colour: number | undefined;
}

/** What holds time in a column. */
export type Held = Stretch & {
  readonly key: string;
  /** Whose time it is, by name, where more than one is shown in a column. */
  readonly whose?: string;
} & (
    | { readonly kind: 'appointment'; readonly appointment: AppointmentView }
    | { readonly kind: 'block'; readonly block: CalendarDay['blocks'][number] }
    /** By what the caller may not see. */
    | { readonly kind: 'busy' }
  );

export interface DayColumn {
  readonly resource: Resource;
  readonly hours: readonly Stretch[];
  readonly held: readonly Held[];
}

/** Cancelled time is free again; its appointment stands on Today and with its client. */
const holdsTime = ({ state }: AppointmentView): boolean => state !== 'cancelled' && state !== 'declined';

/** A day of the practice by clinician and room. */
export function dayColumns(day: CalendarDay, resources: readonly Resource[]): readonly DayColumn[] {
  return resources.map((resource) => {
    const of = resource.id;
    const appointments = day.appointments
      .filter((one) => (one.clinicianId === of || one.roomId === of) && holdsTime(one))
      .map((appointment): Held => ({
        kind: 'appointment',
        key: `${of} ${appointment.id}`,
        appointment,
        ...timesOf(appointment),
      }));
    const blocks = day.blocks
      .filter(({ resourceId }) => resourceId === of)
      .map((block): Held => ({ kind: 'block', key: `${of} ${block.id}`, block, ...timesOf(block) }));
    const busy = day.taken
      .filter(({ resourceId }) => resourceId === of)
      .map((one): Held => ({ kind: 'busy', key: `${of} busy ${one.startsAt}`, ...timesOf(one) }));
    return {
      resource,
      hours: day.hours.filter(({ resourceId }) => resourceId === of),
      held: [...appointments, ...blocks, ...busy].toSorted((a, b) => a.startsAt - b.startsAt),
    };
  });
}

/** The appointment, where it may still be moved. */
export const movable = (held: Held): AppointmentView | undefined =>
  held.kind === 'appointment' && (held.appointment.state === 'scheduled' || held.appointment.state === 'confirmed')
    ? held.appointment
    : undefined;

const timesOf = ({ startsAt, endsAt }: Stretch): Stretch => ({ startsAt, endsAt });
