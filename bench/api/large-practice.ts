import { hashOf, newToken } from '../../api/http/session';
import type { StaffRole } from '../../domain/access/roles';
import type { Database } from '../../domain/database/database';
import type { PracticeTx } from '../../domain/database/practice-tx';
import { type ClientId, type MembershipId, newId } from '../../domain/ids';
import { foundPractice } from '../../domain/practice/found-practice';
import { addStaff } from '../../domain/staff/add-staff';

export const zone = 'America/New_York';

/** A tenfold practice: 20 clinicians, 20,000 clients with a phone and a mail address each. */
export interface LargePractice {
  readonly clinicians: readonly MembershipId[];
  readonly clients: readonly ClientId[];
  /** The kind of appointment that is booked: 50 minutes, and 10 after it. */
  readonly typeId: string;
  /** Of someone at the front desk. */
  readonly token: string;
}

const [clinicianCount, clientCount, batch] = [20, 20_000, 1_000];
export const times = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));

export async function aLargePractice(database: Database, migratorUrl: string): Promise<LargePractice> {
  const administrator = { email: 'owner@example.org', passwordHash: 'none', displayName: 'Avery Admin' };
  const practice = { name: 'Cedar Practice', zone, phone: null, administrator };
  const { membershipId: owner } = await foundPractice({ migratorUrl, database }, practice);
  const as = <T>(membershipId: MembershipId, work: (tx: PracticeTx) => Promise<T>) =>
    database.inPractice({ membershipId }, { act: 'bench', purpose: 'operations' }, work);
  const add = (role: StaffRole, n: number) => as(owner, (tx) => someone(tx, role, n));
  const desk = await add('front_desk', 0);
  const clinicians: MembershipId[] = [];
  for (let n = 1; n <= clinicianCount; n += 1) clinicians.push(await add('clinician', n));
  const clients: ClientId[] = [];
  while (clients.length < clientCount) clients.push(...(await as(desk, (tx) => someClients(tx, clients.length))));
  const type = await as(desk, (tx) => tx.one<{ id: string }>`select id from appointment_types where code = 'therapy'`);
  return { clinicians, clients, typeId: type?.id ?? '', token: await aSession(database, desk) };
}

const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 8 * 60, untilMinute: 18 * 60 }));

function someone(tx: PracticeTx, role: StaffRole, n: number): Promise<MembershipId> {
  const isClinician = role === 'clinician';
  return addStaff(tx, {
    email: `person-${n}@example.org`,
    passwordHash: 'none',
    displayName: `Dr. ${last[n % last.length]}`,
    shortName: `Dr. ${last[n % last.length]}`,
    credentials: null,
    roles: [role],
    isClinician,
    colour: (n % 6) + 1,
    hours: isClinician ? everyDay : [],
  });
}

/** Opened past the password, whose hashing is not what is measured. */
async function aSession(database: Database, membershipId: MembershipId): Promise<string> {
  const token = newToken();
  await database.kernel.raw("select kernel.open_session(?, ?, 'staff', ?, interval '1 h', interval '1 h')", [
    newId(),
    hashOf(token),
    membershipId,
  ]);
  return token;
}

export const first = 'Ana Theo Grace Omar Isla Mateo Lucía Noor Felix Priya Jonas Wren Dalia Hugo Mina Ezra'.split(' ');
export const last =
  'Whitfield Marchetti Kowalski Siddiq Moreno Okafor Lindqvist Brandt Castellano Nakamura Ferris Adeyemi Dubois Petrov Quinn Salazar Thorne Ueda Vance Zielinski'.split(
    ' ',
  );

/** Written in bulk: registering each by itself would take minutes. */
async function someClients(tx: PracticeTx, from: number): Promise<readonly ClientId[]> {
  const rows = times(batch, (n) => ({ id: newId(), n: from + n }));
  await tx.rows('clients').insert(
    rows.map(({ id, n }) => ({
      practice_id: tx.practiceId,
      id,
      record_number: 1_001 + n,
      first_name: first[n % first.length] ?? '',
      last_name: `${last[n % last.length]}-${last[(n * 7) % 19]}`,
      birth_date: `19${50 + (n % 50)}-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`,
      zone: 'America/New_York',
      state: 'active',
      created_by: tx.actor,
    })),
  );
  await tx.rows('client_contacts').insert(
    rows.flatMap(({ id, n }) =>
      (['mobile', 'email'] as const).map((kind) => ({
        practice_id: tx.practiceId,
        id: newId(),
        client_id: id,
        kind,
        value: kind === 'mobile' ? `+1212${String(2_000_000 + n)}` : `client-${n}@example.org`,
        leave_message: false,
      })),
    ),
  );
  return rows.map(({ id }) => id);
}
