import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines } from './log-file';
import { readIfThere } from './owner-file';
import type { Processes } from './processes';
import { askedToEnd, runProgram } from './program';
import { Stopped } from './stopped';

/** What Vite builds: what people get, and the console with the page that shows every design piece. */
export type Build = 'admin' | 'portal' | 'gallery';

/** What the bundles are made of: screens, words, contracts and what those import. */
const inputs = [
  'admin/**/*',
  'browser/**/*',
  'portal/**/*',
  'messages/**/*',
  'api/**/*.contract.ts',
  'api/http/*.ts',
  'domain/**/*.ts',
  'vite.config.mts',
  'package-lock.json',
];

/**
 * Builds the browsers' code into dist/browser/, what changed since it was built last.
 * @throws Stopped with the builder's words when the code is wrong
 */
export async function buildBrowsers(
  root: string,
  builds: readonly Build[],
  logs: string,
  processes: Processes,
  say: (line: string) => void,
): Promise<void> {
  if (!existsSync(join(root, 'vite.config.mts'))) {
    say("vite.config.mts is not there: the browsers' code is not built");
    return;
  }
  const now = digest(root);
  const stampOf = (build: Build) => join(root, `dist/browser/${build}.built`);
  const changed = builds.filter((build) => readIfThere(stampOf(build)) !== now);
  if (changed.length === 0) return;
  say(`building the browsers' code (${changed.join(', ')})`);
  await Promise.all(
    changed.map(async (build) => {
      await runVite(root, build, join(logs, `browser-${build}.log`), processes);
      writeFileSync(stampOf(build), now);
    }),
  );
}

async function runVite(root: string, build: Build, log: string, processes: Processes): Promise<void> {
  const program = {
    name: `browser-${build}`,
    command: process.execPath,
    args: [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--mode', build, '--logLevel', 'warn'],
    environment: { ...process.env, NODE_ENV: 'production' },
    folder: root,
    log,
    ending: askedToEnd,
  };
  const { code, printed } = await runProgram(program, processes);
  if (code !== 0) throw new Stopped(`the browsers' code (${build}) does not build:\n${lastLines(log, 30)}\n${printed}`);
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
