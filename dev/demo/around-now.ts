import { type AppointmentId, type ClientId, type MembershipId, type VisitId } from '../../domain/ids';
import { AppError } from '../../domain/problems';
import { readAppointment } from '../../domain/schedule/appointment';
import { blockTime } from '../../domain/schedule/block-time';
import { bookAppointment } from '../../domain/schedule/book-appointment';
import { type Instant, addHours, addMinutes } from '../../domain/time/instant';
import { addDays, dayAt, instantAt, wallTimeAt, wallTimeOn, weekdayOf } from '../../domain/time/wall-time';
import { checkIn } from '../../domain/visits/check-in';
import { beginVisit, checkOut, completeVisit, seeArrival } from '../../domain/visits/conduct-visit';
import type { As } from './billing';
import { practice } from './people';

export type Reached = 'expected' | 'arrived' | 'in_session' | 'checkout' | 'done';

/** Someone who comes so many minutes from now, by places in the lists, and how far she has come. */
export type AroundNow = readonly [
  client: number,
  clinician: number,
  minutes: number,
  reached: Reached,
  code?: string | undefined,
];

export interface DayPeople {
  readonly desk: string;
  readonly clinicians: readonly MembershipId[];
  readonly clients: readonly ClientId[];
  readonly types: Readonly<Record<string, string>>;
}

/** Around this very hour, whatever it is: done, at checkout, in session, arrived, expected. */
export const knownAroundNow: readonly AroundNow[] = [
  [10, 1, -190, 'done'],
  [11, 3, -185, 'done'],
  [8, 3, -85, 'checkout'],
  [9, 1, -100, 'checkout', 'therapy_short'],
  [6, 0, -30, 'in_session', 'telehealth'],
  [7, 2, -20, 'in_session'],
  [1, 1, 5, 'arrived'],
  [5, 3, 20, 'arrived', 'telehealth'],
  [0, 0, 45, 'expected', 'telehealth'],
  [4, 2, 75, 'expected', 'intake'],
  [2, 1, 80, 'expected'],
  [3, 0, 120, 'expected'],
];

/** The quarter of an hour so many minutes from now. */
export const grid = (now: Instant, minutes: number): Instant =>
  (Math.floor(addMinutes(now, minutes) / 900_000) * 900_000) as Instant;

/** Books them on a grid of 15 minutes and lets time pass for them, as far as it has come by now. */
export async function fillToday(as: As, people: DayPeople, around: readonly AroundNow[], now: Instant): Promise<void> {
  for (const [client, clinician, minutes, reached, code] of around) {
    const start = wallTimeAt(grid(now, minutes), practice.zone);
    const id = await book(as, people, { client, clinician, start, code }, now);
    if (id) await reach(as, people.desk, id, reached, now);
  }
}

/** The next three working days, well booked, with lunch. */
export async function fillNextDays(as: As, people: DayPeople, now: Instant): Promise<void> {
  let [day, n] = [dayAt(now, practice.zone), 0];
  for (let days = 0; days < 3;) {
    day = addDays(day, 1);
    if (weekdayOf(day) > 5) continue;
    days += 1;
    for (const [clinician, resourceId] of people.clinicians.entries()) {
      await lunch(as, people.desk, resourceId, wallTimeOn(day, 12 * 60), 45);
      for (const minute of [9 * 60, 10 * 60 + 30, 14 * 60, 15 * 60 + 15])
        if ((n += 1) % 3 !== 0)
          await book(
            as,
            people,
            {
              client: n * 5,
              clinician,
              start: wallTimeOn(day, minute),
              code: n % 4 === 0 ? 'telehealth' : 'therapy',
            },
            now,
          );
    }
  }
}

/** Unless something is booked there already. */
export async function lunch(as: As, desk: string, resourceId: string, start: string, minutes: number): Promise<void> {
  await as(desk, (tx) => blockTime(tx, { resourceId, kind: 'lunch', title: null, start, minutes })).catch(ignoreTaken);
}

/** Booked a week ago. Undefined where the time is taken. */
export async function book(
  as: As,
  { desk, clients, clinicians, types }: DayPeople,
  wish: {
    readonly client: number;
    readonly clinician: number;
    readonly start: string;
    readonly code?: string | undefined;
  },
  now: Instant,
): Promise<AppointmentId | undefined> {
  const clientId = clients[wish.client % clients.length];
  const clinicianId = clinicians[wish.clinician % clinicians.length];
  const typeId = types[wish.code ?? 'therapy'];
  if (!clientId || !clinicianId || !typeId) throw new Error(`nobody, or nothing, of ${JSON.stringify(wish)}`);
  const booking = { clientId, clinicianId, typeId, roomId: null, start: wish.start };
  return as(desk, (tx) => bookAppointment(tx, booking), bookedAt(now)).catch(ignoreTaken);
}

/** Lets time pass for one appointment, as far as it has come by now. Answers the visit that it makes, if any. */
export async function reach(
  as: As,
  desk: string,
  id: AppointmentId,
  reached: Reached,
  now: Instant,
): Promise<VisitId | undefined> {
  if (reached === 'expected') return undefined;
  const appointment = await as(desk, (tx) => readAppointment(tx, id));
  const start = instantAt(appointment.local_start, appointment.zone);
  const arrived = Math.min(addMinutes(start, -6), addMinutes(now, -9)) as Instant;
  const visitId = await as(desk, (tx) => checkIn(tx, { appointmentId: id, version: appointment.version }), arrived);
  const clinician = appointment.clinician_id;
  await as(clinician, (tx) => seeArrival(tx, { id: visitId, version: 1 }), addMinutes(arrived, 2));
  if (reached === 'arrived') return visitId;
  const began = addMinutes(arrived, 6);
  await as(clinician, (tx) => beginVisit(tx, { id: visitId, version: 2 }), began);
  if (reached === 'in_session') return visitId;
  await as(clinician, (tx) => completeVisit(tx, { id: visitId, version: 3 }), addMinutes(began, 48));
  if (reached === 'done') await as(desk, (tx) => checkOut(tx, { id: visitId, version: 4 }), addMinutes(began, 55));
  return visitId;
}

/** When those around now were booked. */
export const bookedAt = (now: Instant): Instant => addHours(now, -24 * 7);

export function ignoreTaken(error: unknown): undefined {
  if (!(error instanceof AppError) || error.code !== 'slot_taken') throw error;
}
