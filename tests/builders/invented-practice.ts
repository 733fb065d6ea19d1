import type { Entering } from '../../domain/database/kept-client';
import type { Database } from '../../domain/database/database';
import type { PracticeTx } from '../../domain/database/practice-tx';
import type { StaffRole } from '../../domain/access/roles';
import { addStaff } from '../../domain/staff/add-staff';
import { type NewClient, registerClient } from '../../domain/clients/register-client';
import { type AppointmentId, type ClientId, type MembershipId, newId } from '../../domain/ids';
import { foundPractice } from '../../domain/practice/found-practice';
import { type PracticePolicy, standardPolicy } from '../../domain/practice/policy';
import { type Booking, bookAppointment } from '../../domain/schedule/book-appointment';
import { type Instant, instantOf } from '../../domain/time/instant';
import { Temporal } from 'temporal-polyfill';
import type { TestUrls } from '../setup/test-database';

export const zone = 'America/New_York';

/** One practice in the file's own database, spoken to in the words of the domain. */
export interface TestPractice {
  readonly id: string;
  readonly urls: TestUrls;
  readonly app: Database;
  readonly worker: Database;
  readonly administrator: MembershipId;
  readonly clinician: MembershipId;
  readonly types: Readonly<Record<string, string>>;
  /** Runs a use-case as a member with the role (made on first use), as `entering`, or as a service. */
  as<T>(who: StaffRole | Entering, work: (tx: PracticeTx) => Promise<T>, now?: Instant): Promise<T>;
  member(role: StaffRole): Promise<MembershipId>;
}

export interface World {
  readonly urls: TestUrls;
  readonly app: Database;
  readonly worker: Database;
}

let emails = 0;
const anEmail = (): string => `person-${process.pid}-${(emails += 1)}@example.org`;

export async function aPractice(
  world: World,
  given: { readonly policy?: Partial<PracticePolicy>; readonly name?: string } = {},
): Promise<TestPractice> {
  const { practiceId, membershipId } = await foundPractice(
    { migratorUrl: world.urls.migrator, database: world.app },
    {
      name: given.name ?? 'Cedar Practice',
      zone,
      phone: '+12125550100',
      policy: { ...standardPolicy, ...given.policy },
      administrator: { email: anEmail(), passwordHash: 'none', displayName: 'Avery Admin' },
    },
  );
  // promises, so that two who ask at once get the same member
  const members = new Map<StaffRole, Promise<MembershipId>>([['administrator', Promise.resolve(membershipId)]]);
  const inside = <T>(entering: Entering, work: (tx: PracticeTx) => Promise<T>, now?: Instant): Promise<T> => {
    const database = 'service' in entering ? world.worker : world.app;
    return database.inPractice(
      entering,
      { act: 'test', purpose: 'operations' },
      work,
      now === undefined ? {} : { now },
    );
  };
  const newMember = (role: StaffRole): Promise<MembershipId> => {
    const isClinician = role === 'clinician';
    return inside({ membershipId }, (tx) =>
      addStaff(tx, {
        email: anEmail(),
        passwordHash: 'none',
        displayName: isClinician ? 'Dr. Camila Reyes' : `Someone ${role}`,
        shortName: isClinician ? 'Dr. Reyes' : role,
        credentials: null,
        roles: [role],
        isClinician,
        colour: 1,
      }),
    );
  };
  const member = (role: StaffRole): Promise<MembershipId> => {
    const known = members.get(role) ?? newMember(role);
    members.set(role, known);
    return known;
  };
  const types = await inside(
    { membershipId },
    (tx) =>
      tx.all<{ code: string; id: string }>`select code, id from appointment_types where practice_id = ${practiceId}`,
  );
  return {
    id: practiceId,
    urls: world.urls,
    app: world.app,
    worker: world.worker,
    administrator: membershipId,
    clinician: await member('clinician'),
    types: Object.fromEntries(types.map((type) => [type.code, type.id])),
    member,
    as: async (who, work, now) =>
      inside(typeof who === 'string' ? { membershipId: await member(who) } : who, work, now),
  };
}

/** A clearly invented client who may be texted and mailed. */
export function aClient(practice: TestPractice, given: Partial<NewClient> = {}): Promise<ClientId> {
  const number = String(Math.floor(Math.random() * 10_000)).padStart(4, '0');
  return practice.as('front_desk', (tx) =>
    registerClient(tx, {
      firstName: 'Ana',
      lastName: `Whitfield-${newId().slice(-6)}`,
      preferredName: null,
      pronouns: 'she',
      birthDate: '1990-05-04',
      zone,
      language: 'en',
      contacts: [
        { kind: 'mobile', value: `+1212555${number}`, leaveMessage: false },
        { kind: 'email', value: `ana-${newId()}@example.org`, leaveMessage: false },
      ],
      consents: ['sms', 'email'],
      clinicians: [],
      notADouble: false,
      ...given,
    }),
  );
}

/** A therapy session of 50 minutes with the practice's clinician, at an instant or a wall time. */
export async function anAppointment(
  practice: TestPractice,
  given: Partial<Booking> & { readonly at?: Instant; readonly now?: Instant } = {},
): Promise<AppointmentId> {
  const { at, now, ...booking } = given;
  const clientId = booking.clientId ?? (await aClient(practice));
  return practice.as(
    'front_desk',
    (tx) =>
      bookAppointment(tx, {
        clinicianId: practice.clinician,
        typeId: practice.types['therapy'] ?? '',
        roomId: null,
        start: booking.start ?? preciseWall(at ?? instantOf(Date.now() + 7 * 86_400_000)),
        ...booking,
        clientId,
      }),
    now,
  );
}

/** The practice's wall time to the millisecond, so that something can be due in a moment. */
export const preciseWall = (at: Instant): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime().toString();

export const times = <T>(n: number, make: (index: number) => T): T[] =>
  Array.from({ length: n }, (_, index) => make(index));
export const fulfilled = <T>(settled: readonly PromiseSettledResult<T>[]): T[] =>
  settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
export const reasons = (settled: readonly PromiseSettledResult<unknown>[]): unknown[] =>
  settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
