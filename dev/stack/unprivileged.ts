import { spawnSync } from 'node:child_process';

export interface User {
  readonly uid: number;
  readonly gid: number;
}

/** Postgres refuses to run as root; then it runs as `nobody`. Undefined: as who we are. */
export function unprivilegedUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return { uid: idOf('-u') ?? 65_534, gid: idOf('-g') ?? 65_534 };
}

function idOf(flag: '-u' | '-g'): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
}

/** Whether that user can reach the folder: every folder above it counts (a home folder is often closed). Tried, not guessed. */
export const canEnter = (user: User, folder: string): boolean =>
  spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { cwd: '/', ...user }).status === 0;
