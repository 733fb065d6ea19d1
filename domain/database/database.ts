import knexLibrary, { type Knex } from 'knex';
import { TypeOverrides, types } from 'pg';
import { type Instant, instantOf } from '../time/instant';
import { type Entering, type Holding, KeptClient, type PracticeEntry } from './kept-client';
import { type Act, type PracticeTx, nothingGathered, practiceTx, writeGathered } from './practice-tx';
import { isOutdatedPlan } from './prepared';
import { translated } from './sql-errors';

/** A pool of connections as one of the login roles, and the one way into a practice. */
export interface Database {
  /**
   * Runs a use-case in one transaction as `entering`. Only a serialisation failure, a deadlock or a schema that changed meanwhile
   * runs it again.
   * @throws AppError for what the database's own guards refuse; `try_again` when it is too busy
   */
  inPractice<T>(
    entering: Entering,
    act: Act | undefined,
    work: (tx: PracticeTx) => Promise<T>,
    options?: InPractice,
  ): Promise<T>;
  /** Kernel functions only: they answer ids, instants, ranges and enums. */
  readonly kernel: Knex;
  close(): Promise<void>;
}

export interface InPractice {
  /** The instant of the request; now, unless a test or the demo sets another. */
  readonly now?: Instant;
  /** Held still from the beginning, without a round trip of its own. */
  readonly holding?: Holding;
  /** Sees what the use-case answered, inside the transaction and before COMMIT. */
  readonly beforeCommit?: (tx: PracticeTx, answer: unknown) => Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  /** Shown in pg_stat_activity. */
  readonly name: string;
  readonly poolSize?: number;
  /** How long a caller waits for a connection, or for one to be made; 5 s. */
  readonly waitMs?: number;
  /** How long a statement may go unanswered before its connection is cut; longer than the server's own statement timeout. */
  readonly answerMs?: number;
  /** Each connection parses and plans a statement once; not where a pooler shares sessions. */
  readonly prepares?: boolean;
  /** Called after each commit that told the outbox something. */
  readonly afterTelling?: () => void;
  /** For code that runs under a fake clock. */
  readonly clock?: () => Instant;
}

const standardWaitMs = 5_000;
const tries = 4;
const again = new Set(['40001', '40P01']);

export function openDatabase(options: DatabaseOptions): Database {
  const knex = knexLibrary({
    client: KeptClient as typeof Knex.Client,
    // an error's text has the statement in it, but no values
    compileSqlOnError: false,
    ...(options.answerMs === undefined ? {} : { answerMs: options.answerMs }),
    ...(options.prepares && { prepares: true }),
    // knex prints to the console what it also throws
    log: { warn: ignore, error: ignore, deprecate: ignore, debug: ignore },
    connection: {
      connectionString: options.url,
      application_name: options.name,
      connectionTimeoutMillis: options.waitMs ?? standardWaitMs,
      types: parsers(),
    } as Knex.PgConnectionConfig,
    pool: { min: 0, max: options.poolSize ?? 10, acquireTimeoutMillis: options.waitMs ?? standardWaitMs },
  });
  const clock = options.clock ?? (() => instantOf(Date.now()));
  return {
    kernel: knex,
    close: () => knex.destroy(),
    async inPractice(entering, act, work, call = {}) {
      const now = call.now ?? clock();
      for (let attempt = 1; ; attempt += 1) {
        const gathered = nothingGathered(call.holding);
        try {
          const entry: PracticeEntry = { entering, holding: call.holding };
          const answer = await knex.transaction(
            async (rows) => {
              if (!entry.entered) throw new Error('a transaction began without entering');
              const tx = practiceTx(rows, entry.entered, now, gathered);
              const done = await work(tx);
              await call.beforeCommit?.(tx, done);
              await writeGathered(tx, act, gathered);
              return done;
            },
            { practice: entry } as Knex.TransactionConfig,
          );
          if (gathered.told) options.afterTelling?.();
          return answer;
        } catch (error) {
          if (attempt < tries && (again.has(codeOf(error)) || isOutdatedPlan(error)))
            await pause(Math.random() * 20 * 2 ** attempt);
          else throw translated(error);
        }
      }
    },
  };
}

const ignore = () => undefined;
const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Days and wall times stay text (a local Date would move them); whole numbers of 64 bits are safe integers here. */
function parsers(): TypeOverrides {
  const overrides = new TypeOverrides();
  overrides.setTypeParser(types.builtins.DATE, (text) => text);
  overrides.setTypeParser(types.builtins.TIMESTAMP, (text) => text.replace(' ', 'T'));
  overrides.setTypeParser(types.builtins.INT8, safeInteger);
  return overrides;
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('a number beyond 2^53');
  return value;
}
