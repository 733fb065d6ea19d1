import { type SettingName, type Settings, SettingsError, readSettings } from '../domain/settings';
import type { CommandCall, ExitCode } from './command';

/**
 * Runs a command that needs settings. A wrong setting is a wrong call (2); what goes wrong after that is told in one line (1),
 * as `{"error": …}` for scripts.
 */
export async function operating<Name extends SettingName>(
  call: CommandCall,
  environment: NodeJS.ProcessEnv,
  names: readonly Name[],
  work: (settings: Settings<Name>) => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await work(readSettings(environment, names));
  } catch (error) {
    const line = error instanceof Error ? error.message : String(error);
    if (call.json) call.print(JSON.stringify({ error: line }));
    else call.complain(line);
    return error instanceof SettingsError ? 2 : 1;
  }
}
