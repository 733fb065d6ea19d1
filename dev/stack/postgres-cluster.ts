import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endProcess } from './end-process';
import { readIfThere } from './owner-file';
import { markOf } from './process-mark';
import { Stopped } from './stopped';
import type { User } from './unprivileged';

const major = '18';
/** Says that initdb came to its end: the other files are there long before. */
const finished = 'kept.made';

/** Makes a cluster in a folder of its own; one that is there is left as it is. */
export function makeCluster(binaries: string, data: string, password: string, user: User | undefined): void {
  if (isMade(data)) return;
  // initdb was cut short, and it wants an empty folder
  for (const name of readdirSync(data)) rmSync(join(data, name), { recursive: true, force: true });
  const passwordFile = join(tmpdir(), `kept-initdb-${process.pid}-${Date.now()}`);
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' });
    if (user) chownSync(passwordFile, user.uid, user.gid);
    const { status, stdout, stderr, error } = spawnSync(
      join(binaries, 'bin/initdb'),
      [
        ['-D', data, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8'],
        ['--locale-provider=builtin', '--locale=C', '--builtin-locale=C.UTF-8'],
      ].flat(),
      { cwd: '/', encoding: 'utf8', env: postgresEnvironment, ...user },
    );
    if (status !== 0)
      throw new Stopped(`Postgres could not make its data in ${data}: ${error ?? ''}${stdout}${stderr}`);
    writeFileSync(join(data, finished), '');
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function isMade(data: string): boolean {
  if (!existsSync(join(data, finished))) return false;
  const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (version === major) return true;
  throw new Stopped(`${data} was made by Postgres ${version}, this is ${major}: move it away, or begin with --fresh`);
}

/** Ends a server that a killed start left on this data, and takes away the note of one that is no more. */
export async function clearPostmaster(data: string, say: (line: string) => void): Promise<void> {
  const file = join(data, 'postmaster.pid');
  const pid = Number(readIfThere(file)?.split('\n')[0]);
  if (!pid) return;
  const mark = markOf(pid);
  // another process may have the number by now: only one that was started with this data is ours
  if (!mark?.command.includes(`-D ${data} `)) {
    rmSync(file, { force: true });
    return;
  }
  say(`an earlier Postgres (process ${pid}) still runs: ending it`);
  await endProcess(mark, 'SIGINT', 15_000);
}

/** Line 8 of the server's own note says `ready` as soon as it accepts connections. */
export const isReady = (data: string): boolean =>
  readIfThere(join(data, 'postmaster.pid'))?.split('\n')[7]?.trim() === 'ready';

/** Nothing of ours reaches the server: no PG* variable, no locale, no zone. */
export const postgresEnvironment = { PATH: process.env['PATH'], TZ: 'UTC', LC_ALL: 'C' };
