import type { Lane } from './lane';
import { until } from './until';

/** A command that has written everything and cannot commit. */
export interface Holding {
  /** Settled when a command of the api waits. */
  reached(): Promise<void>;
  release(): Promise<void>;
}

/** From now on commands stop where they tell the outbox, their last write before COMMIT: its table is locked by somebody else. */
export async function holdCommits(lane: Lane): Promise<Holding> {
  const holder = await lane.connect();
  await holder.query('begin');
  await holder.query('lock table kernel.outbox in exclusive mode');
  return {
    reached: async () => {
      await until('a command waits before its commit', async () => {
        const [row] = await lane.sql<{ waiting: number }>(
          `select count(*)::int as waiting from pg_locks l join pg_stat_activity a on a.pid = l.pid
            where not l.granted and l.relation = 'kernel.outbox'::regclass and a.usename = 'kept_app'`,
        );
        return (row?.waiting ?? 0) > 0;
      });
    },
    release: () => holder.end().catch(() => undefined), // Postgres may have been killed: then nothing is held any more
  };
}
