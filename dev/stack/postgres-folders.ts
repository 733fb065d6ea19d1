import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { StateFolder } from './folders';
import { Stopped } from './stopped';
import { canEnter, type User } from './unprivileged';

/*
 * As root, Postgres runs as `nobody`, who cannot enter a closed home folder. Then the binaries go to /var/cache/kept and
 * the data to /var/lib/kept/<random>, with a link at .kept/postgres. The link is what counts: a clone that is moved keeps
 * its data, and another one in its old place gets its own.
 */
const systemCache = '/var/cache/kept';
const systemData = '/var/lib/kept';

/** Where the server's binaries may lie so that the user who runs them can reach them. */
export function binariesHome(cache: string, user: User | undefined): string {
  mkdirSync(cache, { recursive: true });
  if (!user || canEnter(user, cache)) return cache;
  return ours(systemCache);
}

/** Makes the data folder where its owner can reach it. @returns its real path */
export function makeDataFolder(state: StateFolder, user: User | undefined): string {
  const there = dataFolder(state);
  if (existsSync(there)) return there;
  const isNew = there === state.postgres;
  const real = isNew && user && !canEnter(user, state.folder) ? linkedFolder(state) : there;
  mkdirSync(real, { recursive: true, mode: 0o700 });
  if (user) chownSync(real, user.uid, user.gid);
  return real;
}

/** Leaves the data folder without anything in it. */
export function emptyDataFolder(state: StateFolder, user: User | undefined): void {
  const data = makeDataFolder(state, user);
  for (const name of readdirSync(data)) rmSync(join(data, name), { recursive: true, force: true });
}

/** Removes the data, also where it lies elsewhere. */
export function removeDataFolder(state: StateFolder): void {
  rmSync(dataFolder(state), { recursive: true, force: true });
  rmSync(state.postgres, { recursive: true, force: true });
}

/** Where the data is, or would be without a link. */
export function dataFolder(state: StateFolder): string {
  const entry = lstatSync(state.postgres, { throwIfNoEntry: false });
  return entry?.isSymbolicLink() ? readlinkSync(state.postgres) : state.postgres;
}

function linkedFolder(state: StateFolder): string {
  const real = join(ours(systemData), randomBytes(8).toString('hex'));
  symlinkSync(real, state.postgres);
  return real;
}

/** A folder that only root can change, though everybody passes through: nobody can put other binaries there. */
function ours(folder: string): string {
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o755); // whatever our umask is
  }
  for (const one of [folder, dirname(folder)]) {
    const { uid, mode } = statSync(one);
    if (uid !== 0 || mode & 0o022)
      throw new Stopped(`${one} can be changed by others than root: mend its owner and mode`);
  }
  return folder;
}
