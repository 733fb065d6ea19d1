import type { PracticeTx } from '../database/practice-tx';
import { practiceOf } from '../practice/policy';
import { AppError } from '../problems';
import type { Instant } from '../time/instant';
import { type WallTime, instantAt, wallTimeAt } from '../time/wall-time';
import { holdsOf, readAppointment } from './appointment';
import { alternatives, whoIsBusy } from './claim-time';
import { inTheWay } from './time-holds';

export interface TimeWish {
  readonly clientId?: string | undefined;
  readonly clinicianId: string;
  readonly typeId: string;
  readonly start: WallTime;
  readonly minutes?: number | undefined;
  readonly roomId?: string | null | undefined;
  /** The appointment that is being moved: its own time is no obstacle. */
  readonly appointmentId?: string | undefined;
}

const shown = 8;

/** Whether the wished time is taken, and free ones near it. @throws AppError `not_found` */
export async function findTimes(
  tx: PracticeTx,
  wish: TimeWish,
): Promise<{
  readonly taken: boolean;
  readonly takenBy: readonly ('clinician' | 'room' | 'client')[];
  readonly times: readonly { readonly startsAt: Instant; readonly start: WallTime }[];
}> {
  const { zone } = await practiceOf(tx);
  // What is taken is asked past the walls, so whose time it is has to be in sight first.
  const type = await tx.one<{ minutes: number; buffer_minutes: number }>`
    select t.minutes, t.buffer_minutes from appointment_types t
      join staff s on s.practice_id = t.practice_id and s.id = ${wish.clinicianId}
     where t.practice_id = ${tx.practiceId} and t.id = ${wish.typeId}
       and (${wish.clientId ?? null}::uuid is null or exists (select 1 from clients c where c.practice_id = t.practice_id and c.id = ${wish.clientId ?? null}))
       and (${wish.roomId ?? null}::uuid is null or exists (select 1 from rooms r where r.practice_id = t.practice_id and r.id = ${wish.roomId ?? null}))`;
  if (!type) throw new AppError('not_found');
  const except = wish.appointmentId === undefined ? null : (await readAppointment(tx, wish.appointmentId)).id;
  tx.touch({ client: wish.clientId });
  const plan = {
    startsAt: instantAt(wish.start, zone),
    minutes: wish.minutes ?? type.minutes,
    bufferMinutes: type.buffer_minutes,
    clientId: wish.clientId ?? wish.clinicianId,
    clinicianId: wish.clinicianId,
    roomId: wish.roomId ?? null,
    zone,
  };
  const busy = await inTheWay(tx, holdsOf(plan), except);
  const free = await alternatives(tx, plan, except, shown);
  return {
    taken: busy.length > 0,
    takenBy: whoIsBusy(plan, busy),
    times: free.map((startsAt) => ({ startsAt, start: wallTimeAt(startsAt, zone) })),
  };
}
