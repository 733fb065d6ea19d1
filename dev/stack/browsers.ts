import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines } from './log-file';
import { readIfThere } from './owner-file';
import type { Processes } from './processes';
import { askedToEnd, runProgram } from './program';
import { Stopped } from './stopped';

const doors = ['admin', 'portal'] as const;

/** What the bundles are made of: screens, words, contracts and what those import. */
const inputs = [
  'admin/**/*',
  'portal/**/*',
  'messages/**/*',
  'api/**/*.contract.ts',
  'api/http/*.ts',
  'domain/**/*.ts',
  'vite.config.mts',
  'package-lock.json',
];

/**
 * Builds the browsers' code of both front doors into dist/browser/, when what it is made of changed.
 * @throws Stopped with the builder's words when the code is wrong
 */
export async function buildBrowsers(
  root: string,
  logs: string,
  processes: Processes,
  say: (line: string) => void,
): Promise<void> {
  if (!existsSync(join(root, 'vite.config.mts'))) {
    say("vite.config.mts is not there: the browsers' code is not built");
    return;
  }
  const stampFile = join(root, 'dist/browser/.kept-built');
  const now = digest(root);
  if (readIfThere(stampFile) === now) return;
  say("building the browsers' code");
  await Promise.all(doors.map((door) => buildDoor(root, door, join(logs, `browser-${door}.log`), processes)));
  mkdirSync(join(root, 'dist/browser'), { recursive: true });
  writeFileSync(stampFile, now);
}

async function buildDoor(root: string, door: string, log: string, processes: Processes): Promise<void> {
  const program = {
    name: `browser-${door}`,
    command: process.execPath,
    args: [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--mode', door, '--logLevel', 'warn'],
    environment: { ...process.env, NODE_ENV: 'production' },
    folder: root,
    log,
    ending: askedToEnd,
  };
  const { code, printed } = await runProgram(program, processes);
  if (code !== 0) throw new Stopped(`the browsers' code (${door}) does not build:\n${lastLines(log, 30)}\n${printed}`);
}

/** Names and contents: a checkout changes times, not what is built. */
function digest(root: string): string {
  const hash = createHash('sha256');
  for (const file of globSync(inputs, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return `${hash.digest('hex')}\n`;
}
