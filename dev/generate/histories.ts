import { spawn } from 'node:child_process';
import path from 'node:path';
import { exitCode } from '../stack/program';

/**
 * Lives whole lives of each workflow on a real server and keeps what was recorded, for the replay gate: those that are not kept
 * yet, or all of them in a folder of the change's name, if one is given. Answers the folder.
 */
export async function writeHistories(top: string, name: string | undefined): Promise<string> {
  if (name !== undefined && !/^[a-z0-9-]+$/.test(name)) throw new Error('name the change in kebab-case');
  const folder = path.join(top, 'workflows/histories', name ?? '');
  const child = spawn(
    process.execPath,
    [path.join(top, 'dev/bootstrap/test.mjs'), 'workflow', 'workflows/lives.flow.test.ts'],
    {
      cwd: top,
      env: { ...process.env, KEPT_RECORD_HISTORIES: folder },
      stdio: 'inherit',
    },
  );
  if ((await exitCode(child)) !== 0) throw new Error('not every life could be lived: see above');
  return folder;
}
