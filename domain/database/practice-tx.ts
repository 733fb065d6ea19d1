import type { Knex } from 'knex';
import type { Role } from '../access/roles';
import { type ClientId, type MembershipId, type PracticeId, newId } from '../ids';
import type { Instant } from '../time/instant';
import type { Holding } from './kept-client';
import type { Announced, Kept } from './things';

/** Why a transaction happens: what the audit says of it. Without an act nothing is audited, so only tests leave it out. */
export interface Act {
  /** What is done, by name: `POST /appointments`, `appointment.carry_out`. */
  readonly act: string;
  /** Why personal data is touched: `care`, `billing`, `operations`, `own`. */
  readonly purpose: 'care' | 'billing' | 'operations' | 'own';
  readonly onBehalfOf?: MembershipId | undefined;
  readonly sessionId?: string | undefined;
  readonly route?: string | undefined;
  readonly requestId?: string | undefined;
  readonly address?: string | undefined;
  /** False when this client was just shown to this session and is only fetched again. */
  readonly worthNoting?: ((clientId: ClientId) => boolean) | undefined;
}

/**
 * One command's transaction in one practice: who, where, when, the rows, the audit and the outbox. A use-case gets one, never
 * opens one, and has no effect but through it: after a deadlock the whole use-case runs again with a fresh one.
 */
export interface PracticeTx {
  readonly practiceId: PracticeId;
  /** Who acts: a person's membership, or a service of Kept. */
  readonly actor: MembershipId;
  readonly roles: readonly Role[];
  /** The instant of the request. Use-cases read no clock. */
  readonly now: Instant;
  /** Rows of the practice, by knex. Queries name `practice_id` themselves: indexes start with it. */
  readonly rows: Knex.Transaction;
  /** Rows of a query; what stands in `${}` is bound, never pasted. */
  all<Row>(strings: TemplateStringsArray, ...values: readonly Bound[]): Promise<readonly Row[]>;
  /** The first row of a query, or undefined. */
  one<Row>(strings: TemplateStringsArray, ...values: readonly Bound[]): Promise<Row | undefined>;
  /** From now until the transaction ends nobody changes the thing, and nobody else plans it. Nothing where it is held already. */
  holdStill(kind: Holding['kind'], id: string): Promise<void>;
  /** Notes for the audit whose records were read or changed, and which fields (names, never values). */
  touch(what: Touched): void;
  /** Something that a workflow keeps has changed: the workflow looks again, open screens refetch. Last in a use-case. */
  tell(kind: Kept, id: string, version: number, clientId?: ClientId | null): Promise<void>;
  /** The same of many, in one round trip; in the order of their ids, in which everyone locks. */
  tellAll(kind: Kept, of: readonly Told[]): Promise<void>;
  /** Something that only screens show has changed. Told before COMMIT. */
  announce(kind: Announced, id: string): Promise<void>;
}

/** A thing of a client with a workflow of its own, as it stands now. */
export interface Told {
  readonly id: string;
  readonly version: number;
  readonly client_id: string;
}

export type Bound =
  | string
  | number
  | boolean
  | null
  | Date
  | Buffer
  | readonly string[]
  | readonly number[]
  | readonly Date[];

export interface Touched {
  readonly client?: ClientId | null | undefined;
  readonly record?: string | undefined;
  readonly fields?: readonly string[] | undefined;
}

/** What a transaction gathered while it ran. */
export interface Gathered {
  readonly clients: Set<ClientId>;
  readonly records: Set<string>;
  readonly fields: Set<string>;
  readonly held: Set<string>;
  /** What open screens will hear of. */
  readonly announced: { readonly kind: Announced; readonly id: string }[];
  told: boolean;
}

export const nothingGathered = (holding?: Holding): Gathered => ({
  clients: new Set(),
  records: new Set(),
  fields: new Set(),
  held: new Set(holding ? [holding.id] : []),
  announced: [],
  told: false,
});

export function practiceTx(
  rows: Knex.Transaction,
  who: { readonly practiceId: string; readonly membershipId: string; readonly roles: readonly Role[] },
  now: Instant,
  gathered: Gathered,
): PracticeTx {
  const all = async <Row>(strings: TemplateStringsArray, ...values: readonly Bound[]): Promise<readonly Row[]> => {
    const text = strings.map((part) => part.replaceAll('?', String.raw`\?`)).join('?');
    const answer = await rows.raw<{ rows: Row[] }>(text, values as Knex.RawBinding[]);
    return answer.rows;
  };
  return {
    all,
    one: async <Row>(strings: TemplateStringsArray, ...values: readonly Bound[]) =>
      (await all<Row>(strings, ...values))[0],
    practiceId: who.practiceId,
    actor: who.membershipId,
    roles: who.roles,
    now,
    rows,
    async holdStill(kind, id) {
      if (gathered.held.has(id)) return;
      await rows.raw('select kernel.hold_still(?, ?)', [kind, id]);
      gathered.held.add(id);
    },
    touch({ client, record, fields }) {
      if (client) gathered.clients.add(client);
      if (record) gathered.records.add(record);
      for (const field of fields ?? []) gathered.fields.add(field);
    },
    async tell(kind, id, version, clientId = null) {
      gathered.told = true;
      await rows.raw('select kernel.tell(?, ?, ?, ?)', [kind, id, version, clientId]);
    },
    async tellAll(kind, of) {
      if (of.length === 0) return;
      gathered.told = true;
      const sorted = of.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      await rows.raw(
        'select kernel.tell(?, id, version, client) from unnest(?::uuid[], ?::int[], ?::uuid[]) as t (id, version, client)',
        [kind, sorted.map(({ id }) => id), sorted.map(({ version }) => version), sorted.map((one) => one.client_id)],
      );
    },
    async announce(kind, id) {
      gathered.told = true;
      gathered.announced.push({ kind, id });
    },
  };
}

/**
 * Writes what a successful use-case gathered, in its own transaction and as the last thing before COMMIT: the audit's entry and
 * what open screens hear of, in one round trip.
 */
export async function writeGathered(tx: PracticeTx, act: Act | undefined, gathered: Gathered): Promise<void> {
  const { announced } = gathered;
  const [kinds, ids] = [announced.map(({ kind }) => kind), announced.map(({ id }) => id)];
  const clients = [...gathered.clients].filter((id) => act?.worthNoting?.(id) ?? true);
  if (!act || (act.worthNoting && clients.length === 0)) {
    // tests alone leave the act out; and what was fetched again shows nobody new
    if (announced.length > 0)
      await tx.all`select kernel.announce(k, i) from unnest(${kinds}::text[], ${ids}::uuid[]) as t (k, i)`;
    return;
  }
  const row = auditRow(tx, act);
  await tx.all`
    with noted as (
      insert into audit (practice_id, id, actor_id, on_behalf_of, session_id, purpose, act, route, request_id, address,
                         outcome, fields, record_ids, client_ids)
      values (${row.practice_id}, ${row.id}, ${row.actor_id}, ${row.on_behalf_of}, ${row.session_id}, ${row.purpose}, ${row.act}, ${row.route}, ${row.request_id}, ${row.address},
              'done', ${[...gathered.fields]}, ${[...gathered.records]}, ${clients}))
    select kernel.announce(k, i) from unnest(${kinds}::text[], ${ids}::uuid[]) as t (k, i)`;
}

/** Writes that an act was denied, or failed: in a transaction of its own, after the act's was rolled back. */
export async function writeRefusal(
  tx: PracticeTx,
  act: Act,
  refusal: {
    readonly outcome: 'denied' | 'failed';
    readonly code: string;
    readonly records: readonly string[];
    /** Whom the refusal itself told of: the likely doubles, the record as it is now. */
    readonly clients: readonly ClientId[];
  },
): Promise<void> {
  await tx.rows('audit').insert({
    ...auditRow(tx, act),
    outcome: refusal.outcome,
    code: refusal.code,
    record_ids: [...refusal.records],
    client_ids: [...refusal.clients],
  });
}

const auditRow = (tx: PracticeTx, act: Act) => ({
  practice_id: tx.practiceId,
  id: newId(),
  actor_id: tx.actor,
  on_behalf_of: act.onBehalfOf ?? null,
  session_id: act.sessionId ?? null,
  purpose: act.purpose,
  act: act.act,
  route: act.route ?? null,
  request_id: act.requestId ?? null,
  address: act.address ?? null,
});
