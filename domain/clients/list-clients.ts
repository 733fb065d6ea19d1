import { type Listing, orderSql, paged } from '../database/listing';
import type { PracticeTx } from '../database/practice-tx';
import { AppError } from '../problems';
import { fromDate, type Instant } from '../time/instant';
import type { ClientState } from './client-state';
import { readSearch } from './search-text';

export interface ListedClient {
  readonly id: string;
  /** The same: in every view a client's id stands under this name too, for the audit. */
  readonly clientId: string;
  readonly version: number;
  readonly recordNumber: number;
  readonly name: string;
  readonly legalName: string;
  readonly pronouns: string | null;
  readonly birthDate: string;
  readonly state: ClientState;
  readonly mobile: string | null;
  readonly email: string | null;
  readonly nextAt: Instant | null;
  readonly lastAt: Instant | null;
}

export const clientSorts = ['name', 'birthDate', 'recordNumber'] as const;
const sortColumns = {
  name: 'lower(c.last_name) @, lower(c.first_name)',
  birthDate: 'c.birth_date',
  recordNumber: 'c.record_number',
} as const;

export interface ClientFilter {
  readonly ids?: readonly string[] | undefined;
  readonly states?: readonly ClientState[] | undefined;
  /** On this clinician's care team. */
  readonly clinicianId?: string | undefined;
  /** Nothing is booked ahead. */
  readonly unbooked?: boolean | undefined;
  /** What a person typed: words of a name, digits of a phone number, or a birth date. */
  readonly text?: string | undefined;
}

interface Row {
  readonly id: string;
  readonly version: number;
  readonly record_number: number;
  readonly first_name: string;
  readonly last_name: string;
  readonly preferred_name: string | null;
  readonly pronouns: string | null;
  readonly birth_date: string;
  readonly state: ClientState;
  readonly mobile: string | null;
  readonly email: string | null;
  readonly next_at: Date | null;
  readonly last_at: Date | null;
  readonly total: number;
}

/** Clients as far as the caller may see them. */
export async function listClients(
  tx: PracticeTx,
  filter: ClientFilter,
  listing: Listing & { readonly sort: (typeof clientSorts)[number] },
): Promise<{ readonly rows: readonly ListedClient[]; readonly total: number }> {
  const text = filter.text?.trim() ?? '';
  const ids = text === '' ? filter.ids : await findClients(tx, text, listing);
  const order = orderSql(listing);
  const sql = `with page as (
       select c.*, count(*) over () as total from clients c
        where c.practice_id = ? and (?::uuid[] is null or c.id = any(?::uuid[])) and (?::text[] is null or c.state = any(?))
          and (?::uuid is null or exists (select 1 from care_team m where m.practice_id = c.practice_id and m.client_id = c.id and m.membership_id = ? and m.ended_at is null))
          and (not ?::boolean or not exists (select 1 from appointments a where a.practice_id = c.practice_id and a.client_id = c.id and a.starts_at > ? and a.state in ('scheduled', 'confirmed')))
        order by ${sortColumns[listing.sort].replace('@', order)} ${order}, c.id ${order} limit ? offset ?)
     select p.*,
            (select k.value from client_contacts k where k.practice_id = p.practice_id and k.client_id = p.id and k.kind = 'mobile' and k.ended_at is null order by k.id desc limit 1) as mobile,
            (select k.value from client_contacts k where k.practice_id = p.practice_id and k.client_id = p.id and k.kind = 'email' and k.ended_at is null order by k.id desc limit 1) as email,
            (select min(a.starts_at) from appointments a where a.practice_id = p.practice_id and a.client_id = p.id and a.starts_at > ? and a.state in ('scheduled', 'confirmed')) as next_at,
            (select max(a.starts_at) from appointments a where a.practice_id = p.practice_id and a.client_id = p.id and a.state = 'completed') as last_at
       from page p order by ${sortColumns[listing.sort].replace('@', order).replaceAll('c.', 'p.')} ${order}, p.id ${order}`;
  const { rows, total } = await paged(listing, async (limit, offset) => {
    const now = new Date(tx.now);
    const { clinicianId = null, states = null, unbooked = false } = filter;
    const known = [tx.practiceId, ids ?? null, ids ?? null, states, states, clinicianId, clinicianId, unbooked];
    const answer = await tx.rows.raw<{ rows: Row[] }>(sql, [...known, now, limit, offset, now] as never);
    return answer.rows;
  });
  return { rows: rows.map(listed), total };
}

/** Ids of clients that a typed text finds, best first. Goes through a kernel function: see there. */
export async function findClients(
  tx: PracticeTx,
  text: string,
  { mostFound = 200 }: Pick<Listing, 'mostFound'>,
): Promise<readonly string[]> {
  const search = readSearch(text);
  if (!search) return [];
  const rows = await tx.all<{ id: string }>`
    select search_clients as id from kernel.search_clients(${[...search.words]}::text[], ${search.digits}, ${search.birthDate}, ${mostFound})`;
  return rows.map((row) => row.id);
}

function listed(row: Row): ListedClient {
  return {
    id: row.id,
    clientId: row.id,
    version: row.version,
    recordNumber: row.record_number,
    name: `${row.preferred_name ?? row.first_name} ${row.last_name}`,
    legalName: `${row.first_name} ${row.last_name}`,
    pronouns: row.pronouns,
    birthDate: row.birth_date,
    state: row.state,
    mobile: row.mobile,
    email: row.email,
    nextAt: row.next_at === null ? null : fromDate(row.next_at),
    lastAt: row.last_at === null ? null : fromDate(row.last_at),
  };
}

export interface ClientRecord extends ListedClient {
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredName: string | null;
  readonly zone: string;
  readonly language: 'en' | 'es';
  readonly contacts: readonly {
    readonly id: string;
    readonly kind: 'mobile' | 'phone' | 'email';
    readonly value: string;
    readonly leaveMessage: boolean;
  }[];
  readonly consents: readonly { readonly channel: 'sms' | 'email' | 'voice'; readonly grantedAt: Instant }[];
  readonly careTeam: readonly { readonly membershipId: string; readonly name: string; readonly colour: number }[];
}

/** One client whole. @throws AppError `not_found` */
export async function readClient(tx: PracticeTx, id: string): Promise<ClientRecord> {
  const list = await listClients(tx, { ids: [id] }, { sort: 'name', order: 'ASC', offset: 0, limit: 1 });
  const [base] = list.rows;
  const row = await tx.rows('clients').where({ practice_id: tx.practiceId, id }).first();
  if (!base || !row) throw new AppError('not_found');
  tx.touch({ client: id, record: id });
  const contacts = await tx
    .rows('client_contacts')
    .where({ practice_id: tx.practiceId, client_id: id })
    .whereNull('ended_at')
    .orderBy('id');
  const consents = await tx
    .rows('message_consents')
    .where({ practice_id: tx.practiceId, client_id: id })
    .whereNull('revoked_at')
    .orderBy('channel');
  const team = await tx.all<{ id: string; short_name: string; colour: number }>`
    select s.id, s.short_name, s.colour from care_team m join staff s on s.practice_id = m.practice_id and s.id = m.membership_id
     where m.practice_id = ${tx.practiceId} and m.client_id = ${id} and m.ended_at is null order by m.since, s.id`;
  return {
    ...base,
    firstName: row.first_name,
    lastName: row.last_name,
    preferredName: row.preferred_name,
    zone: row.zone,
    language: row.language,
    contacts: contacts.map((one) => ({
      id: one.id,
      kind: one.kind,
      value: one.value,
      leaveMessage: one.leave_message,
    })),
    consents: consents.map((one) => ({ channel: one.channel, grantedAt: fromDate(one.granted_at) })),
    careTeam: team.map((one) => ({ membershipId: one.id, name: one.short_name, colour: one.colour })),
  };
}
