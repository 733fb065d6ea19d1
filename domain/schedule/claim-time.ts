import type { PracticeTx } from '../database/practice-tx';
import type { AppointmentId, MembershipId, RoomId } from '../ids';
import { AppError } from '../problems';
import type { Instant } from '../time/instant';
import type { Zone } from '../time/wall-time';
import { holdsOf } from './appointment';
import { freeTimes, windowAround } from './free-times';
import { workingHours } from './working-hours';
import { type Busy, busyTimes, freeLanes, inTheWay, lockTime, takeTime } from './time-holds';

export interface TimePlan {
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly bufferMinutes: number;
  readonly clientId: string;
  readonly clinicianId: MembershipId;
  readonly roomId: RoomId | null;
  readonly zone: Zone;
  /** A person has decided to book on top of what is there. */
  readonly doubleBook: boolean;
}

/**
 * Holds the time of an appointment: locks in one order, a look that sees what was committed meanwhile, and the constraint as
 * the last word.
 * @throws AppError `slot_taken` with `alternatives` (instants) and `taken` (`clinician`, `room`, `client`)
 */
export async function claimTime(tx: PracticeTx, appointmentId: AppointmentId, plan: TimePlan): Promise<void> {
  const holds = holdsOf(plan);
  await lockTime(tx, holds);
  const busy = await inTheWay(tx, holds, appointmentId);
  if (busy.length > 0 && !plan.doubleBook) throw await slotTaken(tx, plan, busy, appointmentId);
  const lanes = busy.length > 0 ? freeLanes(holds, busy) : undefined;
  if (!(await takeTime(tx, holds, { appointmentId, clientId: plan.clientId }, lanes)))
    throw await slotTaken(tx, plan, [], appointmentId);
}

/**
 * A look without a lock, before anything is written: it answers most losers of a race, and they hold nothing up.
 * @throws AppError `slot_taken`
 */
export async function refuseTaken(tx: PracticeTx, plan: TimePlan, except: AppointmentId | null): Promise<void> {
  if (plan.doubleBook) return;
  const busy = await inTheWay(tx, holdsOf(plan), except);
  if (busy.length > 0) throw await slotTaken(tx, plan, busy, except);
}

async function slotTaken(
  tx: PracticeTx,
  plan: TimePlan,
  busy: readonly Busy[],
  except: AppointmentId | null,
): Promise<AppError> {
  return new AppError('slot_taken', {
    taken: whoIsBusy(plan, busy),
    alternatives: await alternatives(tx, plan, except),
  });
}

type Place = Omit<TimePlan, 'doubleBook'>;

/** Whose time it is that is taken. */
export function whoIsBusy(plan: Place, busy: readonly Busy[]): readonly ('clinician' | 'room' | 'client')[] {
  const taken = new Set(busy.map((one) => one.resourceId));
  return [
    ...(taken.has(plan.clinicianId) ? (['clinician'] as const) : []),
    ...(plan.roomId && taken.has(plan.roomId) ? (['room'] as const) : []),
    ...(taken.has(plan.clientId) ? (['client'] as const) : []),
  ];
}

/** Free starts of this clinician (and client, and room) nearest to the wish; the time of `except`, which is being moved, is free. */
export async function alternatives(
  tx: PracticeTx,
  plan: Place,
  except: AppointmentId | null,
  count = 5,
): Promise<readonly Instant[]> {
  const around = windowAround(plan.startsAt);
  const resources = [plan.clinicianId, plan.clientId, ...(plan.roomId ? [plan.roomId] : [])];
  const busy = await busyTimes(tx, resources, around.from, around.to);
  const hours = await workingHours(tx, [plan.clinicianId]);
  return freeTimes(
    { at: plan.startsAt, minutes: plan.minutes, bufferMinutes: plan.bufferMinutes },
    hours.get(plan.clinicianId) ?? [],
    busy.filter(({ appointmentId }) => except === null || appointmentId !== except),
    plan.zone,
    tx.now,
    count,
  );
}
