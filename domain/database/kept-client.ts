import ClientPG from 'knex/lib/dialects/postgres';
import { DatabaseError } from 'pg';
import TransactionPG from 'knex/lib/dialects/postgres/execution/pg-transaction';
import { isId } from '../ids';
import { type Role, type Service, services } from '../access/roles';
import { forgetPrepared, isOutdatedPlan, prepared } from './prepared';
import { isConnectionLost } from './sql-errors';

/** Who a transaction acts for: a member of a practice, or the practice's own service for a task queue. */
export type Entering = { readonly membershipId: string } | { readonly practiceId: string; readonly service: Service };

/** Who has entered where, as the database answered. */
export interface Entered {
  readonly practiceId: string;
  readonly membershipId: string;
  readonly roles: readonly Role[];
}

/** A thing of which nothing changes until the transaction ends: a command waits. What may be held, `kernel.hold_still` says. */
export interface Holding {
  readonly kind: (typeof holdable)[number];
  readonly id: string;
}

const holdable = ['appointment'] as const;

/** Travels in a transaction's config under `practice` (knex copies the config itself); `entered` is filled by BEGIN. */
export interface PracticeEntry {
  readonly entering: Entering;
  readonly holding?: Holding | undefined;
  entered?: Entered;
}

/** COMMIT of a transaction that a swallowed error had aborted answers ROLLBACK, without an error: nothing was saved. */
export class AbortedTransaction extends Error {
  readonly code = '25P02';
  constructor() {
    super('the transaction was already aborted');
  }
}

/** The connection went away while COMMIT was under way: saved or not, nobody knows. Never retried; the idempotency key answers. */
export class UnknownOutcome extends Error {}

/**
 * A knex transaction that enters a practice, and holds a thing still, in the same round trip as BEGIN. There are no bindings in a
 * simple query, so the ids are checked first. When entering fails the connection is rolled back before it returns to the pool (knex would not).
 */
class PracticeTransaction extends TransactionPG {
  readonly #entry: PracticeEntry | undefined;

  constructor(client: unknown, container: unknown, config: unknown, outer: unknown) {
    super(client, container, config, outer);
    this.#entry = entryOf(config);
  }

  override async begin(connection: unknown): Promise<unknown> {
    const entry = this.#entry;
    if (!entry) return super.begin(connection);
    try {
      const answer = await this.trxClient.query(
        connection,
        `BEGIN;${enterSql(entry.entering)}${holdSql(entry.holding)}`,
      );
      entry.entered = enteredFrom(answer.response);
      return answer;
    } catch (error) {
      this._completed = true;
      // The connection may be gone already; then there is nothing to roll back.
      await this.client.query(connection, 'ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  override async commit(connection: unknown, value: unknown): Promise<unknown> {
    try {
      const answer = await this.trxClient.query(connection, 'COMMIT');
      this._completed = true;
      if (commandOf(answer.response) === 'ROLLBACK') this._rejecter(new AbortedTransaction());
      else this._resolver(value);
      return answer;
    } catch (error) {
      this._completed = true;
      const answered = error instanceof DatabaseError && !isConnectionLost(error);
      this._rejecter(answered ? error : new UnknownOutcome('connection lost during COMMIT', { cause: error }));
      return undefined;
    }
  }
}

/** A connection of the driver, as far as it takes to cut it. */
interface Wire {
  readonly connection?: { readonly stream?: { destroy(): void } };
}

/**
 * Prepares statements where that was asked for, and cuts a connection on which a statement goes unanswered: a machine that
 * vanished says nothing, and the network would wait for a quarter of an hour. The server's own statement timeout is shorter, so
 * that a database that lives always answers first.
 */
export class KeptClient extends ClientPG {
  override async _query(connection: unknown, statement: unknown): Promise<unknown> {
    const { answerMs, prepares } = this.config as { answerMs?: number; prepares?: boolean };
    const asked = prepares ? prepared(connection, statement) : statement;
    const patience =
      answerMs === undefined
        ? undefined
        : setTimeout(() => (connection as Wire).connection?.stream?.destroy(), answerMs);
    try {
      return await super._query(connection, asked);
    } catch (error) {
      if (isOutdatedPlan(error)) forgetPrepared(connection);
      throw error;
    } finally {
      clearTimeout(patience);
    }
  }

  override transaction(container: unknown, config: unknown, outer: unknown): unknown {
    return new PracticeTransaction(this, container, config, outer);
  }
}

const entryOf = (config: unknown): PracticeEntry | undefined =>
  (config as { practice?: PracticeEntry } | undefined)?.practice;

function enterSql(entering: Entering): string {
  if ('membershipId' in entering) return `SELECT * FROM kernel.enter('${checked(entering.membershipId)}')`;
  if (!services.includes(entering.service)) throw new Error('not a service');
  return `SELECT * FROM kernel.enter_service('${checked(entering.practiceId)}', '${entering.service}')`;
}

function holdSql(holding: Holding | undefined): string {
  if (!holding) return '';
  if (!holdable.includes(holding.kind)) throw new Error('not to be held');
  return `;SELECT kernel.hold_still('${holding.kind}', '${checked(holding.id)}')`;
}

function checked(id: string): string {
  if (!isId(id)) throw new Error('not an id');
  return id;
}

function enteredFrom(response: unknown): Entered {
  const results = Array.isArray(response) ? (response as { rows?: unknown[] }[]) : [];
  const row = results[1]?.rows?.[0] as { practice_id: string; membership_id: string; roles: Role[] } | undefined;
  if (!row) throw new Error('entering answered nothing');
  return { practiceId: row.practice_id, membershipId: row.membership_id, roles: row.roles };
}

const commandOf = (response: unknown) => (response as { command?: string } | undefined)?.command;
