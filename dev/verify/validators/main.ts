import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { write837 } from '../../../domain/x12/write-837';
import { claimScenarios } from '../../../tests/builders/x12/claim-scenarios';
import { linesDecidedTwice } from '../../../tests/builders/x12/coordination-scenarios';

/**
 * `npm run verify:validators`: every scenario, as our writers write it, before the third-party validators that stand
 * beside the repository. Where they do not, it says so and ends well.
 */
const script = resolve('..', 'shared', 'x12', 'validate-x12.sh');

function main(): number {
  if (!existsSync(script)) {
    console.log('left out: there are no validators beside the repository');
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'kept-validators-'));
  try {
    const files = scenarioFiles(folder);
    const [usual, partly] = [files.filter((file) => !isPartly(file)), files.filter(isPartly)];
    return run([...usual]) || run(['--only', 'pyx12,imsweb', ...partly]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Files that one of the validators is known to misread. */
const isPartly = (file: string): boolean => file.endsWith(`${linesDecidedTwice}.837`);

const run = (words: string[]): number => spawnSync(script, words, { stdio: 'inherit' }).status ?? 1;

function scenarioFiles(folder: string): string[] {
  return Object.entries(claimScenarios).map(([name, batch]) => {
    const path = join(folder, `${name}.837`);
    writeFileSync(path, write837(batch).bytes);
    return path;
  });
}

process.exitCode = main();
