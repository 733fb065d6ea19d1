import type { Database } from '../../../domain/database/database';
import { locked } from '../../../domain/database/locked';
import type { AppointmentId, ClientId, MembershipId } from '../../../domain/ids';
import { writeNote } from '../../../domain/notes/write-note';
import { signNote } from '../../../domain/notes/sign-note';
import { confirmAppointment } from '../../../domain/schedule/confirm-appointment';
import { type Instant, addHours, addMinutes } from '../../../domain/time/instant';
import { dayAt, wallTimeAt } from '../../../domain/time/wall-time';
import { type AroundNow, type DayPeople, book, bookedAt, grid, knownAroundNow, reach } from '../around-now';
import type { As } from '../billing';
import { type Login, loginsOf, typesOf } from '../founding';
import { note } from '../past-visits';
import { administrator, known, moreStaff, practice, staff } from '../people';
import { type Acting, inOneTransaction } from './acting';
import { type CastClient, castOf } from './cast';
import { diceOf } from './dice';
import { letTimePass } from './reminders';
import { scheduleOf } from './schedule';

/** Minutes from now, clinician by clinician, beside those whom guides name; nobody's time is taken twice. */
const more: readonly (readonly [clinician: number, minutes: number, reached: AroundNow[3], code?: string])[] = [
  [0, -255, 'done', 'intake'],
  [0, -180, 'done'],
  [0, -105, 'done'],
  [0, 195, 'expected'],
  [0, 270, 'expected', 'telehealth'],
  [1, -270, 'done'],
  [1, 150, 'expected'],
  [1, 225, 'expected'],
  [2, -255, 'done'],
  [2, -180, 'done', 'telehealth'],
  [2, -105, 'checkout'],
  [2, 165, 'expected'],
  [2, 240, 'expected'],
  [3, -270, 'done'],
  [3, 105, 'expected'],
  [3, 180, 'expected', 'telehealth'],
  [4, -225, 'done'],
  [4, -150, 'done'],
  [4, -75, 'done', 'therapy_short'],
  [4, -15, 'in_session'],
  [4, 60, 'expected', 'telehealth'],
  [4, 135, 'expected'],
  [4, 210, 'expected'],
  [5, -240, 'done', 'telehealth'],
  [5, -165, 'done'],
  [5, -75, 'checkout'],
  [5, 10, 'arrived'],
  [5, 90, 'expected', 'intake'],
  [5, 180, 'expected'],
];

/** Lets this day go until `now`, with the middle of a working day around that hour, whatever hour it is. */
export async function seedToday(database: Database, now: Instant): Promise<readonly Login[]> {
  const today = dayAt(now, practice.zone);
  const cast = castOf(today);
  const found = await findEverybody(database, cast);
  const free = freeToday(cast, today);
  const extra = more.flatMap(([clinician, minutes, reached, code]): AroundNow[] => {
    const client = free.get(clinician)?.shift();
    return client === undefined ? [] : [[client, clinician, minutes, reached, code]];
  });
  await inOneTransaction(database, found.desk, now, async (acting) => {
    for (const around of [...knownAroundNow, ...extra]) await comeToday(acting, found, around, now);
  });
  await catchUp(database, found, now);
  return loginsOf(moreStaff);
}

/** Whom one may ask for today: nobody who comes in these days anyway. */
function freeToday(cast: readonly CastClient[], today: string): ReadonlyMap<number, number[]> {
  const near = new Set(
    scheduleOf(cast, known.length, today)
      .filter(({ offset }) => Math.abs(offset) <= 2)
      .map(({ client }) => client),
  );
  const places = [...cast.keys()].filter((place) => {
    const one = cast[place];
    return place >= known.length && !near.has(place) && one?.until === Infinity && one.every !== 7;
  });
  return Map.groupBy(places, (place) => cast[place]?.clinician ?? 0);
}

async function comeToday(acting: Acting, people: DayPeople, around: AroundNow, now: Instant): Promise<void> {
  const { desk } = people;
  const [place, clinician, minutes, reached, code] = around;
  const start = grid(now, minutes);
  const booked = bookedAt(now);
  const wish = { client: place, clinician, start: wallTimeAt(start, practice.zone), code };
  const id = await book(acting.as, people, wish, now);
  if (id === undefined) return;
  const dice = diceOf(`today ${String(place)}`);
  const confirmedAt = addHours(start, -30);
  await letTimePass(acting, id, { from: booked, until: confirmedAt }, dice);
  // one of whom the guides tell has not: her text is what they look at
  if (place !== 0 && dice.chance(60))
    await acting.as(desk, (tx) => confirmAppointment(tx, { id, by: 'client' }), confirmedAt);
  await letTimePass(acting, id, { from: confirmedAt, until: Math.min(addMinutes(start, -10), now) as Instant }, dice);
  const visitId = await reach(acting.as, desk, id, reached, now);
  if (visitId === undefined || reached !== 'done' || dice.chance(35)) return;
  const clinicianId = existing(people.clinicians[clinician], `clinician ${String(clinician)}`);
  const { ended_at: ended } = await acting.as(clinicianId, (tx) => locked(tx, 'visits', visitId));
  const written = Math.min((ended?.getTime() ?? now) + 12 * 60_000, now) as Instant;
  const noteId = await acting.as(clinicianId, (tx) => writeNote(tx, { visitId, ...note }), written);
  if (dice.chance(75)) await acting.as(clinicianId, (tx) => signNote(tx, { id: noteId, version: 1 }), written);
}

/** What was due since midnight has gone out in time, not all at once now. */
async function catchUp(database: Database, { desk }: DayPeople, now: Instant): Promise<void> {
  await inOneTransaction(database, desk, now, async (acting, tx) => {
    const due = await tx.all<{ id: AppointmentId; due_at: Date; name: string }>`
      select n.id, n.due_at, concat_ws(' ', c.record_number, a.local_start) as name from next_steps n
        join appointments a on a.practice_id = n.practice_id and a.id = n.id
        join clients c on c.practice_id = a.practice_id and c.id = a.client_id
       where n.practice_id = ${tx.practiceId} and n.entity = 'appointment' and n.kind = 'step' and n.due_at <= ${new Date(now)}
       order by n.due_at, c.record_number, a.local_start`;
    for (const { id, due_at: dueAt, name } of due)
      await letTimePass(acting, id, { from: dueAt.getTime() as Instant, until: now }, diceOf(`due ${name}`));
  });
}

async function findEverybody(database: Database, cast: readonly CastClient[]): Promise<DayPeople> {
  const { rows } = await database.kernel.raw<{ rows: { membership_id: MembershipId }[] }>(
    'select membership_id from kernel.sign_in_candidates(?, ?)',
    ['staff', administrator.email],
  );
  const [owner] = rows;
  if (!owner) throw new Error('the demo practice is not there');
  const as: As = (membershipId, work) =>
    database.inPractice({ membershipId }, { act: 'demo', purpose: 'operations' }, work);
  const types = await typesOf(as, owner.membership_id);
  return as(owner.membership_id, async (tx) => {
    const people = await tx.all<{ id: MembershipId; name: string }>`
      select id, display_name as name from staff where practice_id = ${tx.practiceId}`;
    const idOf = (name: string): MembershipId => existing(people.find((one) => one.name === name)?.id, name);
    const clients = await tx.all<{ id: ClientId; name: string }>`
      select id, first_name || ' ' || last_name as name from clients where practice_id = ${tx.practiceId}`;
    const byName = new Map(clients.map(({ id, name }) => [name, id]));
    const all = [...staff, ...moreStaff];
    return {
      desk: idOf(
        existing(
          all.find(({ role }) => role === 'front_desk'),
          'the front desk',
        ).name,
      ),
      clinicians: all.filter(({ billing }) => billing).map(({ name }) => idOf(name)),
      types,
      // names are unique (schedule.test.ts), and the same on every day
      clients: cast.map(({ first, last }) => existing(byName.get(`${first} ${last}`), `${first} ${last}`)),
    };
  });
}

function existing<T>(one: T | undefined, name: string): T {
  if (one === undefined) throw new Error(`the demo practice has no ${name}`);
  return one;
}
