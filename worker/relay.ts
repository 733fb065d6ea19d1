import type { Client as TemporalClient } from '@temporalio/client';
import type { Database } from '../domain/database/database';
import { listen } from '../domain/database/listen';
import { isKept } from '../domain/database/things';
import { openWorkItem } from '../domain/work/open-work-item';
import { type Log, errorFields } from '../integrations/log/logger';
import { isUnreachable, tellWorkflow } from './tell-workflow';

export interface RelayOptions {
  readonly database: Database;
  readonly listenUrl: string;
  readonly temporal: TemporalClient;
  readonly taskQueue: string;
  readonly log: Log;
  /** Seconds from commit to the workflow being told, per row. */
  readonly observe?: (seconds: number) => void;
  readonly pollMs?: number;
  readonly maxAttempts?: number;
}

export interface Relay {
  /** Ends after the batch under way. */
  close(): Promise<void>;
}

interface Row {
  readonly id: number;
  readonly practice_id: string;
  readonly kind: string;
  readonly ref_id: string;
  /** Times that it was taken, this one included. */
  readonly attempts: number;
  readonly waits: number;
  readonly created_at: Date;
}

const batch = 200;
const parallel = 16;
/** pg_notify takes 8000 bytes; one announcement has less than 100. */
const perNotice = 60;

/**
 * The only way from a commit to the outside: takes outbox rows by lease, tells workflows to look again (once per thing and
 * batch) and open screens what changed. A relay that dies is overtaken when its lease ends. A row that fails twenty times is
 * parked, and a person is asked; a workflow engine that is away parks nothing.
 */
export function startRelay(options: RelayOptions): Relay {
  const { database, log, maxAttempts = 20 } = options;
  const ending = new AbortController();
  let wake: () => void = () => undefined;
  let woken = false;
  const listener = listen(options.listenUrl, 'kept_outbox', () => {
    woken = true;
    wake();
  });
  const running = run();

  async function run(): Promise<void> {
    while (!ending.signal.aborted) {
      woken = false;
      const taken = await once().catch((error: unknown) => {
        log.warn('relay.failed', errorFields(error));
        return 0;
      });
      if (taken < batch && !ending.signal.aborted) await rest();
    }
  }

  /** Until woken, or until the poll that makes up for a lost wake-up. */
  async function rest(): Promise<void> {
    if (woken) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, options.pollMs ?? 500);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function once(): Promise<number> {
    const { rows } = await database.kernel.raw<{ rows: Row[] }>('select * from kernel.take_outbox(?)', [batch]);
    if (rows.length === 0) return 0;
    const [toTell, others] = [rows.filter((row) => isKept(row.kind)), rows.filter((row) => !isKept(row.kind))];
    await announce(others); // first: screens do not wait for a workflow engine that is away
    const told = await tellAll(toTell);
    const done = [...others, ...told].map((row) => row.id);
    if (done.length > 0) await database.kernel.raw('select kernel.outbox_done(?::bigint[])', [done]);
    // last: by now what comes next may be planned. What could not be told is announced once all the same.
    await announce(toTell.filter((row) => row.attempts === 1 || told.includes(row)));
    const now = Date.now();
    for (const row of rows) options.observe?.((now - row.created_at.getTime()) / 1000);
    return rows.length;
  }

  /** Once per thing: all rows of the batch are committed. Answers the rows that were told. */
  async function tellAll(rows: readonly Row[]): Promise<readonly Row[]> {
    const told: Row[] = [];
    const waiting: Row[] = [];
    let away: string | undefined;
    await inParallel([...Map.groupBy(rows, (row) => `${row.kind}/${row.ref_id}`).values()], async (same) => {
      const [first] = same;
      if (!first || !isKept(first.kind)) return;
      if (same.some(sinks)) return failed(same, 'relay_lost');
      if (away !== undefined) return void waiting.push(...same); // the next would wait as long, for the same answer
      try {
        const self = { practiceId: first.practice_id, id: first.ref_id };
        await tellWorkflow(options.temporal, options.taskQueue, first.kind, self);
        told.push(...same);
      } catch (error) {
        const fields = errorFields(error);
        const code = String(fields['kind']);
        log.warn('relay.not_told', { ...fields, id: first.ref_id });
        if (!isUnreachable(error)) return failed(same, code);
        away = code;
        waiting.push(...same);
      }
    });
    if (waiting.length > 0)
      await database.kernel.raw('select kernel.outbox_wait(?::bigint[], ?)', [
        waiting.map((row) => row.id),
        away ?? '',
      ]);
    return told;
  }

  /** Taken more often than it may be tried: relays died over it, and this one need not. */
  const sinks = (row: Row): boolean => row.attempts - row.waits > maxAttempts;

  async function failed(rows: readonly Row[], code: string): Promise<void> {
    for (const row of rows) {
      const answer = await database.kernel.raw<{ rows: { parked: boolean }[] }>(
        'select kernel.outbox_failed(?, ?, ?) as parked',
        [row.id, code, maxAttempts],
      );
      if (!answer.rows[0]?.parked) continue;
      const entering = { practiceId: row.practice_id, service: 'core' } as const;
      await database.inPractice(entering, { act: 'outbox.parked', purpose: 'operations' }, (tx) =>
        openWorkItem(tx, { cause: 'outbox_parked', entity: row.kind, refId: row.ref_id, params: { code } }),
      );
    }
  }

  /** Hints for open screens: ids only. Whoever may not see a thing hears nothing of it, the api asks per stream. */
  async function announce(rows: readonly Row[]): Promise<void> {
    const things = [
      ...new Map(rows.map((row) => [`${row.kind}/${row.ref_id}`, [row.practice_id, row.kind, row.ref_id]])).values(),
    ];
    for (let from = 0; from < things.length; from += perNotice)
      await database.kernel.raw("select pg_notify('kept_live', ?)", [
        JSON.stringify(things.slice(from, from + perNotice)),
      ]);
  }

  return {
    async close() {
      ending.abort();
      wake();
      await listener.close();
      await running;
    },
  };
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  await Promise.all(
    Array.from({ length: Math.min(parallel, items.length) }, async () => {
      for (const item of queue) await work(item);
    }),
  );
}
