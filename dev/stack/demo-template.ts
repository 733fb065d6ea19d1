import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { StateFolder } from './folders';
import { readOwnerFile, writeOwnerFile } from './owner-file';
import { Stopped } from './stopped';

/**
 * A practice that was made once and is copied from then on: Postgres' data, the files, what the payer simulator took. It holds
 * for the code that made it and for its day.
 */
export interface DemoTemplate {
  readonly folder: string;
  readonly isThere: boolean;
}

/** Of whom the copied cluster is. */
interface Note {
  readonly superuser: string;
}

/** What makes the practice, compiled; and what its tables are made by. */
const makers = [
  'dist/domain',
  'dist/activities',
  'dist/integrations',
  'dist/messages',
  'dist/dev/demo',
  'dist/dev/payer',
  'dist/dev/sandbox',
  'migrations',
];
/** Clones with other code have their own. */
const mostKept = 3;
/** What is older and not whole is of a start that was killed. */
const halfMs = 3_600_000;

/** @param day the practice's @param binaries the folder of Postgres, named by its version */
export function demoTemplate(call: {
  readonly root: string;
  readonly cache: string;
  readonly day: string;
  readonly binaries: string;
}): DemoTemplate {
  const hash = createHash('sha256').update(basename(call.binaries));
  for (const maker of makers)
    for (const file of filesIn(join(call.root, maker)))
      hash.update(relative(call.root, file)).update(readFileSync(file));
  const folder = join(call.cache, 'demo', `${call.day}-${hash.digest('hex').slice(0, 24)}`);
  return { folder, isThere: existsSync(folder) };
}

const filesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
        .map((entry) => join(entry.parentPath, entry.name))
        .toSorted()
    : [];

/** Copies what a Postgres that has ended left in `data`, and the rest of the state. Whole or not at all; the oldest ones are thrown away. */
export function keepTemplate(template: DemoTemplate, state: StateFolder, data: string, superuser: string): void {
  const home = join(template.folder, '..');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const fresh = join(home, `fresh-${randomBytes(6).toString('hex')}`);
  mkdirSync(fresh, { mode: 0o700 });
  try {
    copyTree(data, join(fresh, 'postgres'));
    copyTree(state.files, join(fresh, 'files'));
    copyTree(join(state.payer, 'sftp'), join(fresh, 'sftp'));
    copyTree(join(state.payer, takenFile), join(fresh, takenFile));
    writeOwnerFile(join(fresh, 'note.json'), { superuser } satisfies Note);
    renameSync(fresh, template.folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(template.folder)) throw error; // another start of the same moment has made it
  }
  throwAway(home, basename(template.folder));
}

/** All but the youngest of this one's day; what other starts are just making stays. */
function throwAway(home: string, kept: string): void {
  const day = kept.slice(0, 10);
  const names = readdirSync(home)
    .map((name) => ({ name, madeAt: statSync(join(home, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .toSorted((a, b) => b.madeAt - a.madeAt || a.name.localeCompare(b.name));
  const ofDay = names.filter(({ name }) => name.startsWith(day) && name !== kept);
  const stays = new Set([kept, ...ofDay.slice(0, mostKept - 1).map(({ name }) => name)]);
  for (const { name, madeAt } of names) {
    const isBeingMade = name.startsWith('fresh-') && Date.now() - madeAt < halfMs;
    if (!stays.has(name) && !isBeingMade) rmSync(join(home, name), { recursive: true, force: true });
  }
}

const takenFile = 'taken.jsonl';

/** Copies a template into a state that has nothing yet. @returns the password of the copied cluster's superuser */
export function restoreTemplate({ folder }: DemoTemplate, state: StateFolder, data: string): string {
  const note = readOwnerFile(join(folder, 'note.json')) as Note;
  for (const [from, to] of [
    ['postgres', data],
    ['files', state.files],
    ['sftp', join(state.payer, 'sftp')],
    [takenFile, join(state.payer, takenFile)],
  ] as const) {
    rmSync(to, { recursive: true, force: true });
    copyTree(join(folder, from), to);
  }
  return note.superuser;
}

/** With owners, modes and times: Postgres wants its own. */
function copyTree(from: string, to: string): void {
  const { status, stderr } = spawnSync('cp', ['-a', from, to], { encoding: 'utf8' });
  if (status !== 0) throw new Stopped(`${from} could not be copied to ${to}: ${stderr}`);
}
