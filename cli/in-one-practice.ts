import { type Database, openDatabase } from '../domain/database/database';
import { type KnownPractice, asOperator, openPractices } from '../domain/practice/as-operator';
import type { SettingName, Settings } from '../domain/settings';
import type { CommandCall, ExitCode } from './command';
import { operating } from './operating';
import { whichPractice } from './which-practice';

const urls = ['KEPT_WORKER_DATABASE_URL', 'KEPT_MIGRATOR_DATABASE_URL'] as const;

/** Runs a command on one practice's data: the only practice, or the one that `--practice` names. */
export function inOnePractice<Name extends SettingName = never>(
  call: CommandCall,
  environment: NodeJS.ProcessEnv,
  names: readonly Name[],
  work: (means: {
    readonly database: Database;
    readonly practice: KnownPractice;
    readonly settings: Settings<Name | (typeof urls)[number]>;
  }) => Promise<ExitCode>,
): Promise<ExitCode> {
  return operating(call, environment, [...urls, ...names], async (settings) => {
    const practice = whichPractice(call, await asOperator(settings.KEPT_MIGRATOR_DATABASE_URL, openPractices));
    const database = openDatabase({ url: settings.KEPT_WORKER_DATABASE_URL, name: 'kept operator', poolSize: 4 });
    try {
      return await work({ database, practice, settings });
    } finally {
      await database.close();
    }
  });
}
