import { type Backfill, backfillProgress, runBackfill } from '../domain/database/backfill';
import { backfills as ours } from '../domain/database/backfills';
import { type Database, openDatabase } from '../domain/database/database';
import type { Command, CommandCall, ExitCode } from './command';
import { operating } from './operating';

/**
 * `kept db backfill [NAME…] [--status] [--json]`: runs what is not done yet, all of it or by name. Safe to break off, to call
 * again and to call several times at once. Exit 1: one failed.
 */
export function dbBackfill(environment = process.env, backfills: readonly Backfill[] = ours): Command {
  const usage = 'db backfill [NAME…] [--status] [--json]';
  return {
    name: 'db backfill',
    summary: 'Changes data that a migration must not change, in batches; safe to break off and to call again',
    usage,
    flags: { status: { type: 'boolean' } },
    run: async (call) => {
      const unknown = call.words.filter((word) => !backfills.some((one) => one.name === word));
      if (unknown.length > 0) {
        call.complain(`no backfill ${unknown.join(', ')}\nusage: kept ${usage}`);
        return 2;
      }
      const chosen = backfills.filter((one) => call.words.length === 0 || call.words.includes(one.name));
      return operating(call, environment, ['KEPT_WORKER_DATABASE_URL'], async ({ KEPT_WORKER_DATABASE_URL: url }) => {
        const database = openDatabase({ url, name: 'kept backfill', poolSize: 2 });
        try {
          return await runAll(call, database, chosen);
        } finally {
          await database.close();
        }
      });
    },
  };
}

async function runAll(call: CommandCall, database: Database, chosen: readonly Backfill[]): Promise<ExitCode> {
  if (chosen.length === 0 && !call.json) call.print('there is nothing to backfill');
  for (const backfill of chosen) {
    if (call.flags['status'] !== true) await runBackfill(database, backfill);
    const progress = await backfillProgress(database, backfill);
    const done = progress.filter((one) => one.done_at !== null).length;
    const rows = progress.reduce((sum, one) => sum + one.rows, 0);
    if (call.json) call.print(JSON.stringify({ name: backfill.name, practices: progress.length, done, rows }));
    else call.print(`${backfill.name}: ${rows} rows, done in ${done} of ${progress.length} practices`);
  }
  return 0;
}
