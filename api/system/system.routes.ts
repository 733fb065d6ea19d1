import type { Database } from '../../domain/database/database';
import { type PartHealth, overall } from '../../integrations/health/health';
import { may, plain, read, type Route, signedIn } from '../http/route';
import { getMessageSandbox, getSystem } from './system.contract';

export interface SystemDeps {
  readonly mode: string;
  parts(): Promise<readonly PartHealth[]>;
  /** The page of the message sandbox; undefined where real messages go out. */
  readonly sandboxUrl?: string | undefined;
}

const vital = ['postgres'];

export const systemRoutes = (deps: SystemDeps): readonly Route[] => [
  plain(getSystem, { access: may('system.read'), purpose: 'operations' }, async ({ database, session }) => {
    const [parts, outbox, overdueSteps, unplacedFiles] = await Promise.all([
      deps.parts(),
      outboxState(database),
      overdue(database, session?.membershipId ?? ''),
      unplaced(database),
    ]);
    const state = overall(parts, vital);
    return { at: Date.now(), state, mode: deps.mode, parts, outbox, overdueSteps, unplacedFiles };
  }),

  read(getMessageSandbox, { access: signedIn, purpose: 'own' }, () =>
    Promise.resolve({ url: deps.sandboxUrl ?? null }),
  ),
];

async function outboxState(database: Database) {
  const { rows } = await database.kernel.raw<{ rows: { waiting: number; parked: number; oldest_seconds: number }[] }>(
    'select * from kernel.outbox_state()',
  );
  const [row] = rows;
  return { waiting: row?.waiting ?? 0, parked: row?.parked ?? 0, oldestSeconds: Math.round(row?.oldest_seconds ?? 0) };
}

async function unplaced(database: Database): Promise<number> {
  const { rows } = await database.kernel.raw<{ rows: { count: number }[] }>(
    'select count from kernel.unplaced_files()',
  );
  return rows[0]?.count ?? 0;
}

/** Steps of this practice that should have happened a minute ago: the sweep is told to find them, so more than none is news. */
const overdue = (database: Database, membershipId: string): Promise<number> =>
  database.inPractice({ membershipId }, undefined, async (tx) => {
    const row = await tx.one<{ n: number }>`
      select count(*)::int as n from next_steps where practice_id = ${tx.practiceId} and kind = 'step' and due_at < clock_timestamp() - interval '60 s'`;
    return row?.n ?? 0;
  });
