import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { write835 } from '../../domain/x12/write-835';
import { write837 } from '../../domain/x12/write-837';
import { write999 } from '../../domain/x12/write-999';
import { acknowledgementScenarios } from '../../tests/builders/x12/acknowledgements';
import { claimScenarios } from '../../tests/builders/x12/claim-scenarios';
import { anEnvelope } from '../../tests/builders/x12/claims';
import { contentScenarios } from '../../tests/builders/x12/content-scenarios';
import { linesDecidedTwice } from '../../tests/builders/x12/coordination-scenarios';
import { remittanceScenarios } from '../../tests/builders/x12/remittance-scenarios';

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
  const files: [name: string, bytes: Uint8Array][] = [
    ...entries({ ...claimScenarios, ...contentScenarios }, '837', (batch) => write837(batch).bytes),
    ...entries(remittanceScenarios, '835', (remittance) => write835(anEnvelope(), remittance)),
    ...entries(acknowledgementScenarios, '999', (acknowledgement) => write999(anEnvelope(), acknowledgement)),
  ];
  return files.map(([name, bytes]) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  });
}

const entries = <Scenario>(
  scenarios: Readonly<Record<string, Scenario>>,
  kind: string,
  write: (scenario: Scenario) => Uint8Array,
): [string, Uint8Array][] => Object.entries(scenarios).map(([name, scenario]) => [`${name}.${kind}`, write(scenario)]);

process.exitCode = main();
