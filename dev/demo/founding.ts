import { registerClient } from '../../domain/clients/register-client';
import type { Database } from '../../domain/database/database';
import { type ClientId, type MembershipId, newId } from '../../domain/ids';
import { foundPractice } from '../../domain/practice/found-practice';
import { addStaff } from '../../domain/staff/add-staff';
import { type Instant, addHours } from '../../domain/time/instant';
import type { As } from './billing';
import { type DemoStaff, administrator, known, password, practice, staff } from './people';
import type { BilledPeople } from './seed-billing';

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

export interface Founded {
  readonly practiceId: string;
  readonly as: As;
  readonly people: Omit<BilledPeople, 'clients'>;
  readonly passwordHash: string;
}

/** The practice, its people, rooms and kinds of appointment. */
export async function foundDemo(means: SeedMeans, more: readonly DemoStaff[], now: Instant): Promise<Founded> {
  const passwordHash = await means.hash(password);
  const { practiceId, membershipId: owner } = await foundPractice(means, {
    ...practice,
    administrator: { email: administrator.email, passwordHash, displayName: administrator.name },
  });
  const as: As = (membershipId, work, at) =>
    means.database.inPractice({ membershipId }, { act: 'demo', purpose: 'operations' }, work, { now: at ?? now });
  const ids = new Map<string, MembershipId>();
  const clinicians: MembershipId[] = [];
  for (const one of [...staff, ...more]) {
    const id = await hire(as, owner, one, passwordHash);
    if (!ids.has(one.role)) ids.set(one.role, id);
    if (isClinician(one)) clinicians.push(id);
  }
  const [desk, biller] = [ids.get('front_desk') ?? owner, ids.get('biller') ?? owner];
  await as(owner, (tx) =>
    tx.rows('rooms').insert([
      { practice_id: tx.practiceId, id: newId(), name: 'Room 1' },
      { practice_id: tx.practiceId, id: newId(), name: 'Group room' },
    ]),
  );
  return {
    practiceId,
    as,
    people: { owner, desk, biller, clinicians, types: await typesOf(as, desk) },
    passwordHash,
  };
}

/** Who can sign in. */
export const loginsOf = (more: readonly DemoStaff[]): readonly Login[] => [
  { role: 'administrator', email: administrator.email, password },
  ...[...staff, ...more].map(({ role, email }) => ({ role, email, password })),
  { role: 'client', email: 'ana@client.example', password },
];

const isClinician = ({ role }: DemoStaff): boolean => role === 'clinician' || role === 'supervisor';

function hire(as: As, owner: string, one: DemoStaff, passwordHash: string): Promise<MembershipId> {
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 9 * 60, untilMinute: 17 * 60 }));
  return as(owner, (tx) =>
    addStaff(tx, {
      email: one.email,
      passwordHash,
      displayName: one.name,
      shortName: one.short,
      credentials: one.credentials,
      roles: [one.role],
      isClinician: isClinician(one),
      colour: one.colour,
      hours: isClinician(one) ? hours : [],
    }),
  );
}

export async function typesOf(as: As, desk: string): Promise<Readonly<Record<string, string>>> {
  const types = await as(
    desk,
    (tx) =>
      tx.all<{ id: string; code: string }>`select id, code from appointment_types where practice_id = ${tx.practiceId}`,
  );
  return Object.fromEntries(types.map(({ id, code }) => [code, id]));
}

/** Those whom guides and journeys know. */
export async function registerKnown(as: As, desk: string, now: Instant): Promise<readonly ClientId[]> {
  const ids: ClientId[] = [];
  for (const [n, one] of known.entries())
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
              { kind: 'email', value: mailOf(one), leaveMessage: false },
            ],
            consents: n % 7 === 5 ? ['email'] : ['sms', 'email'],
            clinicians: [],
            notADouble: false,
          }),
        addHours(now, -24 * 200),
      ),
    );
  return ids;
}

export const mailOf = ({ first, last }: { readonly first: string; readonly last: string }): string =>
  `${first}.${last}@client.example`.toLowerCase().replaceAll(/[^a-z.@]/g, '');
