import { existsSync } from 'node:fs';
import { cacheFolder, emptyStateFolder, makeStateFolder, root, stateFolder } from './folders';
import { launchersOf } from './launchers';
import { endLeftovers, forgetRun } from './leftovers';
import { markEnding, releaseLock, takeLock } from './lock';
import { readOptions } from './options';
import { dataFolder, removeDataFolder } from './postgres-folders';
import { clearPostmaster } from './postgres-cluster';
import { rememberedIn } from './processes';
import { startStack, type Voice } from './stack';
import { Stopped } from './stopped';
import { summaryTable } from './summary-table';
import { toldToEnd } from './told-to-end';

const began = Number(process.env['KEPT_START_BEGAN']) || Date.now();
// whoever read what we print may be gone: that must not end the stack
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});
const seconds = () => ((Date.now() - began) / 1000).toFixed(1);

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const known = error instanceof Stopped ? error.message : undefined;
    process.stderr.write(`\nKept: ${known ?? (error instanceof Error ? error.stack : String(error))}\n`);
    process.exit(1);
  },
);

async function main(): Promise<void> {
  if (process.env['KEPT_MODE'] === 'production') {
    throw new Stopped('KEPT_MODE=production: this stack is for development; docs/deploy.md tells how Kept is deployed');
  }
  const options = readOptions(process.argv.slice(2));
  if (typeof options === 'string') {
    process.stdout.write(`${options}\n`);
    return;
  }
  const { fresh, quiet } = options;
  const state = stateFolder();
  const voice = voiceOf(quiet);
  const launchers = launchersOf(process.env);
  const told = toldToEnd(launchers);
  makeStateFolder(state);
  await takeLock(state, launchers, voice.warn);
  const processes = rememberedIn(state.processes);
  try {
    await endLeftovers(state, voice.warn);
    if (fresh) await forgetEverything();
    const environment = process.env;
    const starting = startStack({ root, state, cache: cacheFolder(), options, environment, voice, processes });
    starting.catch(() => {}); // heard below, or of no interest when told to end meanwhile
    const run = await Promise.race([starting, told]);
    if (typeof run !== 'string') {
      if (!quiet) process.stdout.write(`${summaryTable(run)}\n`);
      process.stdout.write(`Kept is ready (${seconds()} s)\n`);
    }
    voice.progress(`${await told}: ending`);
  } finally {
    markEnding(state);
    await processes.endAll();
    forgetRun(state);
    releaseLock(state);
  }
  voice.progress('everything has ended');

  async function forgetEverything(): Promise<void> {
    const data = dataFolder(state);
    if (existsSync(data)) await clearPostmaster(data, voice.warn);
    removeDataFolder(state);
    emptyStateFolder(state);
  }
}

function voiceOf(quiet: boolean): Voice {
  return {
    progress: (line) => {
      if (!quiet) process.stdout.write(`${seconds().padStart(6)} s  ${line}\n`);
    },
    warn: (line) => {
      process.stderr.write(`Kept: ${line}\n`);
    },
  };
}
