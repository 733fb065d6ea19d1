import type { AppointmentView } from '../../api/schedule/appointment.contract';

export const boardColumns = ['expected', 'arrived', 'in_session', 'checkout', 'done'] as const;
export type BoardColumn = (typeof boardColumns)[number];
export type Board = Readonly<Record<BoardColumn, readonly AppointmentView[]>>;

type Standing = Pick<AppointmentView, 'state' | 'visit'>;

/** Where an appointment stands on its day; undefined for one that was never agreed on. */
export function columnOf({ state, visit }: Standing): BoardColumn | undefined {
  switch (state) {
    case 'requested':
    case 'scheduled':
    case 'confirmed':
      return 'expected';
    case 'arrived':
    case 'in_session':
      return state;
    case 'completed':
      return visit?.state === 'checkout' ? 'checkout' : 'done';
    case 'no_show':
    case 'cancelled':
      return 'done';
    case 'declined':
      return undefined;
  }
}

/** The day by where each one stands, in the order of their start; what is done, the latest on top. */
export function boardOf(appointments: readonly AppointmentView[]): Board {
  const by = Map.groupBy(appointments, columnOf);
  const of = (column: BoardColumn) => (by.get(column) ?? []).toSorted((a, b) => a.startsAt - b.startsAt);
  return {
    expected: of('expected'),
    arrived: of('arrived'),
    in_session: of('in_session'),
    checkout: of('checkout'),
    done: of('done').reverse(),
  };
}

const minuteMs = 60_000;

/** Whether someone who was expected has not come: a person decides then. */
export function isMissing(
  { state, startsAt, next }: Pick<AppointmentView, 'state' | 'startsAt' | 'next'>,
  now: number,
  graceMinutes: number,
): boolean {
  if (state !== 'scheduled' && state !== 'confirmed') return false;
  return next?.step === 'decide_missing' || startsAt + graceMinutes * minuteMs <= now;
}

interface Behind {
  readonly clinicianName: string;
  readonly minutes: number;
}

/** Less is no news: sessions end a little late. */
const newsMinutes = 5;

/** Clinicians who run behind: a session beyond its end, or someone here who waits beyond the start. The latest first. */
export function behind(appointments: readonly AppointmentView[], now: number): readonly Behind[] {
  const late = new Map<string, Behind>();
  for (const { state, startsAt, endsAt, clinicianId, clinicianName } of appointments) {
    const due = state === 'in_session' ? endsAt : state === 'arrived' ? startsAt : undefined;
    if (due === undefined) continue;
    const minutes = Math.floor((now - due) / minuteMs);
    if (minutes >= newsMinutes && minutes > (late.get(clinicianId)?.minutes ?? 0))
      late.set(clinicianId, { clinicianName, minutes });
  }
  return [...late.values()].toSorted((a, b) => b.minutes - a.minutes);
}
