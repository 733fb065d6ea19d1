import { join } from 'node:path';
import { stateFolder } from '../stack/folders';
import { launchersOf } from '../stack/launchers';
import { Stopped } from '../stack/stopped';
import { toldToEnd } from '../stack/told-to-end';
import { makeRunFolder, type RunFolder } from './run-folder';
import { runSuite } from './run-suite';
import { readSelection } from './selection';
import { testServices } from './services';
import { type SuiteName, suiteNames, suites } from './suites';
import { isGood, oneFailure, type Outcome, report, type Tally } from './tally';

const say = (line: string) => void process.stdout.write(`Kept: ${line}\n`);

void main();

async function main(): Promise<never> {
  const told = toldToEnd(launchersOf(process.env));
  const { suites: selected, paths } = readSelection(process.argv.slice(2), suiteNames);
  const run = await makeRunFolder(join(stateFolder().folder, 'tests'));
  const outcomes: Outcome[] = [];
  const running = runAll(selected, paths, run, outcomes);
  const why = await Promise.race([running, told]);
  if (why !== undefined) outcomes.push({ suite: 'ended', seconds: 0, ...oneFailure(`by ${why}, before all had run`) });
  await run.end();
  process.stdout.write(`${report(outcomes)}\n`);
  process.exit(isGood(outcomes) ? 0 : 1);
}

async function runAll(
  selected: readonly SuiteName[],
  paths: readonly string[],
  run: RunFolder,
  outcomes: Outcome[],
): Promise<undefined> {
  const services = testServices(run, say);
  for (const suite of selected) {
    if (run.processes.ending.aborted) return;
    process.stdout.write(`\n── ${suite}\n`);
    const began = Date.now();
    const tally = await runWithServices(suite, paths, run, services);
    outcomes.push({ suite, seconds: (Date.now() - began) / 1000, ...tally });
  }
}

async function runWithServices(
  suite: SuiteName,
  paths: readonly string[],
  run: RunFolder,
  services: ReturnType<typeof testServices>,
): Promise<Tally> {
  try {
    const environment = await services(suites[suite].needs);
    return await runSuite(suite, { ...run, paths, environment });
  } catch (error) {
    const why = error instanceof Stopped ? error.message : String(error instanceof Error ? error.stack : error);
    process.stdout.write(`${why}\n`);
    return oneFailure(why.split('\n')[0] ?? why);
  }
}
