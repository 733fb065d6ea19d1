import type { Database } from '../../domain/database/database';
import type { PracticeTx } from '../../domain/database/practice-tx';
import { registerClient } from '../../domain/clients/register-client';
import { type AppointmentId, type ClientId, type MembershipId, newId } from '../../domain/ids';
import { foundPractice } from '../../domain/practice/found-practice';
import { AppError } from '../../domain/problems';
import { readAppointment } from '../../domain/schedule/appointment';
import { blockTime } from '../../domain/schedule/block-time';
import { bookAppointment } from '../../domain/schedule/book-appointment';
import { addStaff } from '../../domain/staff/add-staff';
import { letClientIn } from '../../domain/clients/let-client-in';
import { type Instant, addHours, addMinutes } from '../../domain/time/instant';
import { addDays, dayAt, instantAt, wallTimeAt, wallTimeOn, weekdayOf } from '../../domain/time/wall-time';
import { checkIn } from '../../domain/visits/check-in';
import { beginVisit, checkOut, completeVisit, seeArrival } from '../../domain/visits/conduct-visit';
import { seedBilling } from './seed-billing';
import { administrator, clients, password, practice, staff } from './people';

export interface Login {
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

export interface SeedMeans {
  readonly database: Database;
  /** As the worker connects: it alone loads code files. */
  readonly worker: Database;
  readonly migratorUrl: string;
  hash(password: string): Promise<string>;
}

type As = <T>(membershipId: string, work: (tx: PracticeTx) => Promise<T>, now?: Instant) => Promise<T>;

/** A small practice around `now`, made through the use-cases that people use. */
export async function seed(means: SeedMeans, now: Instant): Promise<readonly Login[]> {
  const passwordHash = await means.hash(password);
  const { membershipId: owner } = await foundPractice(means, {
    ...practice,
    administrator: { email: administrator.email, passwordHash, displayName: administrator.name },
  });
  const as: As = (membershipId, work, at) =>
    means.database.inPractice({ membershipId }, { act: 'demo', purpose: 'operations' }, work, { now: at ?? now });

  const people = await addPeople(as, owner, passwordHash);
  const desk = people.find((one) => one.role === 'front_desk')?.id ?? owner;
  const clinicians = people.filter((one) => one.isClinician).map((one) => one.id);
  const registered = await registerAll(as, desk, addHours(now, -24 * 14));
  await as(owner, (tx) =>
    tx.rows('rooms').insert([
      { practice_id: tx.practiceId, id: newId(), name: 'Room 1' },
      { practice_id: tx.practiceId, id: newId(), name: 'Group room' },
    ]),
  );
  const types = await typesOf(as, desk);
  const biller = people.find((one) => one.role === 'biller')?.id ?? owner;
  await Promise.all([
    fillDays(as, desk, clinicians, registered, types, now),
    seedBilling(means.worker, as, { owner, desk, biller, clinicians, clients: registered, types }, now),
  ]);
  const [first] = registered;
  if (first)
    await as(owner, (tx) =>
      letClientIn(tx, { clientId: first, email: 'ana@client.example', passwordHash, relation: 'self' }),
    );
  return [
    { role: 'administrator', email: administrator.email, password },
    ...staff.map(({ role, email }) => ({ role, email, password })),
    { role: 'client', email: 'ana@client.example', password },
  ];
}

async function typesOf(as: As, desk: string): Promise<Readonly<Record<string, string>>> {
  const types = await as(
    desk,
    (tx) =>
      tx.all<{ id: string; code: string }>`select id, code from appointment_types where practice_id = ${tx.practiceId}`,
  );
  return Object.fromEntries(types.map(({ id, code }) => [code, id]));
}

interface Person {
  readonly id: MembershipId;
  readonly role: string;
  readonly isClinician: boolean;
}

async function addPeople(as: As, owner: string, passwordHash: string): Promise<readonly Person[]> {
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 9 * 60, untilMinute: 17 * 60 }));
  const people: Person[] = [];
  for (const one of staff) {
    const isClinician = one.role === 'clinician' || one.role === 'supervisor';
    const id = await as(owner, (tx) =>
      addStaff(tx, {
        email: one.email,
        passwordHash,
        displayName: one.name,
        shortName: one.short,
        credentials: one.credentials,
        roles: [one.role],
        isClinician,
        colour: one.colour,
        hours: isClinician ? hours : [],
      }),
    );
    people.push({ id, role: one.role, isClinician });
  }
  return people;
}

async function registerAll(as: As, desk: string, at: Instant): Promise<readonly ClientId[]> {
  const ids: ClientId[] = [];
  for (const [n, one] of clients.entries())
    ids.push(
      await as(
        desk,
        (tx) =>
          registerClient(tx, {
            firstName: one.first,
            lastName: one.last,
            preferredName: null,
            pronouns: one.pronouns,
            birthDate: one.born,
            zone: one.zone ?? practice.zone,
            language: one.language ?? 'en',
            contacts: [
              { kind: 'mobile', value: `+1212555${String(110 + n).padStart(4, '0')}`, leaveMessage: n % 3 === 0 },
              {
                kind: 'email',
                value: `${one.first}.${one.last}@client.example`.toLowerCase().replaceAll(/[^a-z.@]/g, ''),
                leaveMessage: false,
              },
            ],
            consents: n % 7 === 5 ? ['email'] : ['sms', 'email'],
            clinicians: [],
            notADouble: false,
          }),
        at,
      ),
    );
  return ids;
}

/** Today so that it is in full swing whatever the hour, the next three working days well booked. */
async function fillDays(
  as: As,
  desk: string,
  clinicians: readonly MembershipId[],
  registered: readonly ClientId[],
  types: Readonly<Record<string, string>>,
  now: Instant,
): Promise<void> {
  const today = dayAt(now, practice.zone);
  const typeOf = (code: string) => types[code] ?? '';
  const booked = addHours(now, -24 * 7);
  const book = async (
    client: number,
    clinician: number,
    start: string,
    code = 'therapy',
  ): Promise<AppointmentId | undefined> => {
    const [clientId, clinicianId] = [registered[client % registered.length], clinicians[clinician % clinicians.length]];
    if (!clientId || !clinicianId) return undefined;
    return as(
      desk,
      (tx) => bookAppointment(tx, { clientId, clinicianId, typeId: typeOf(code), roomId: null, start }),
      booked,
    ).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'slot_taken') return undefined;
      throw error;
    });
  };

  // around this very hour, on a grid of 15 minutes: done, at checkout, in session, arrived, expected
  const grid = (minutes: number) =>
    wallTimeAt((Math.floor(addMinutes(now, minutes) / 900_000) * 900_000) as Instant, practice.zone);
  const around: readonly (readonly [
    client: number,
    clinician: number,
    minutes: number,
    reached: Reached,
    code?: string,
  ])[] = [
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
  for (const [client, clinician, minutes, reached, code] of around) {
    const id = await book(client, clinician, grid(minutes), code);
    if (id) await reach(as, desk, id, reached, now);
  }

  let [day, n] = [today, 0];
  for (let days = 0; days < 3;) {
    day = addDays(day, 1);
    if (weekdayOf(day) > 5) continue;
    days += 1;
    for (const clinician of clinicians.keys()) {
      const resourceId = clinicians[clinician];
      if (resourceId)
        await as(desk, (tx) =>
          blockTime(tx, { resourceId, kind: 'lunch', title: null, start: wallTimeOn(day, 12 * 60), minutes: 45 }),
        ).catch(ignoreTaken);
      for (const minute of [9 * 60, 10 * 60 + 30, 14 * 60, 15 * 60 + 15])
        if ((n += 1) % 3 !== 0)
          await book(n * 5, clinician, wallTimeOn(day, minute), n % 4 === 0 ? 'telehealth' : 'therapy');
    }
  }
}

type Reached = 'expected' | 'arrived' | 'in_session' | 'checkout' | 'done';

/** Lets time pass for one appointment, as far as it has come by now. */
async function reach(as: As, desk: string, id: AppointmentId, reached: Reached, now: Instant): Promise<void> {
  if (reached === 'expected') return;
  const appointment = await as(desk, (tx) => readAppointment(tx, id));
  const start = instantAt(appointment.local_start, appointment.zone);
  const arrived = Math.min(addMinutes(start, -6), addMinutes(now, -9)) as Instant;
  const visitId = await as(desk, (tx) => checkIn(tx, { appointmentId: id, version: appointment.version }), arrived);
  const clinician = appointment.clinician_id;
  await as(clinician, (tx) => seeArrival(tx, { id: visitId, version: 1 }), addMinutes(arrived, 2));
  if (reached === 'arrived') return;
  const began = addMinutes(arrived, 6);
  await as(clinician, (tx) => beginVisit(tx, { id: visitId, version: 2 }), began);
  if (reached === 'in_session') return;
  await as(clinician, (tx) => completeVisit(tx, { id: visitId, version: 3 }), addMinutes(began, 48));
  if (reached === 'done') await as(desk, (tx) => checkOut(tx, { id: visitId, version: 4 }), addMinutes(began, 55));
}

function ignoreTaken(error: unknown): void {
  if (!(error instanceof AppError) || error.code !== 'slot_taken') throw error;
}
