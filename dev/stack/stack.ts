import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Instant, instantOf } from '../../domain/time/instant';
import { payerKeyIn } from '../payer/host-key-file';
import { buildBrowsers } from './browsers';
import { prepareDatabase } from './database';
import { seedDemo } from './demo';
import { databaseName, embeddedSettings, processEnvironment } from './environment';
import { makeStateFolder, type StateFolder } from './folders';
import { bringPast, changeSuperuser, wantsPast } from './first-practice';
import { writeOwnerFile } from './owner-file';
import type { StackOptions } from './options';
import { apiPart, type Part, payerPart, sandboxPart, workerPart } from './parts';
import { choosePorts, type Ports } from './ports';
import { type PostgresCall, recordSettings, startPostgres } from './postgres';
import { postgresBinaries } from './postgres-binaries';
import { binariesHome, emptyDataFolder, makeDataFolder } from './postgres-folders';
import { waitFor } from './ready';
import type { Processes } from './processes';
import { type RunFile, runFile } from './run-file';
import { readSecrets, type Secrets } from './secrets';
import { supervise } from './supervise';
import { startTemporal } from './temporal';
import { findTemporal } from './temporal-finder';
import { unprivilegedUser } from './unprivileged';

export interface Voice {
  /** What happens; not heard with `--quiet`. */
  progress(line: string): void;
  /** What the person should know in any case. */
  warn(line: string): void;
}

export interface StackCall {
  readonly root: string;
  readonly state: StateFolder;
  readonly cache: string;
  readonly options: StackOptions;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly voice: Voice;
  readonly processes: Processes;
}

/**
 * Starts everything, as much as possible at the same time, and waits until all of it is ready.
 * @throws Stopped when a part does not come up; `processes` holds what was started
 */
export async function startStack(call: StackCall): Promise<Omit<RunFile, 'pids'>> {
  const { root, state, options, voice } = call;
  const at = instantOf(Date.now());
  makeStateFolder(state);
  const secrets = readSecrets(state);
  const ports = await choosePorts(options.port, voice.warn);

  const temporalReady = temporal(call, ports);
  const databaseReady = database(call, ports, secrets, at);
  const browsersReady = buildBrowsers(root, ['admin', 'portal'], state.logs, call.processes, voice.progress);
  await Promise.all([temporalReady, databaseReady, browsersReady]);

  const settings = embeddedSettings({
    ports,
    secrets,
    state,
    payerKey: payerKeyIn(state.payer),
    temporal: await temporalReady,
    environment: call.environment,
  });
  writeOwnerFile(state.environment, settings);
  const environment = processEnvironment(call.environment, settings);
  const parts = { root, logs: state.logs, environment };
  const demo = {
    program: join(root, 'dist/dev/demo/main.js'),
    environment,
    folder: root,
    log: join(state.logs, 'demo.log'),
    empty: options.empty,
    at,
    part: call.environment['KEPT_DEMO'] === 'small' ? ('small' as const) : ('today' as const),
  };
  const seeding = seedDemo(state, demo, call.processes, voice);
  await Promise.all([
    seeding,
    start(call, sandboxPart(parts, ports.sandbox, state.sandbox)),
    start(call, payerPart(parts, ports.payer, state.payer)),
    start(call, apiPart(parts, ports.apiPrivate)),
    start(call, workerPart(parts, ports.workerPrivate)),
  ]);

  const run = runFile({
    settings,
    ports,
    ui: options.ui && !call.environment['KEPT_TEMPORAL_ADDRESS'],
    startedAt: new Date(),
    logins: await seeding,
  });
  const write = () => writeOwnerFile(state.run, { ...run, pids: { stack: process.pid, ...call.processes.pids() } });
  write();
  call.processes.onChange(write);
  return run;
}

async function database(call: StackCall, ports: Ports, secrets: Secrets, at: Instant): Promise<void> {
  const user = unprivilegedUser();
  const wanted: PostgresCall = {
    binaries: postgresBinaries(binariesHome(call.cache, user)),
    data: makeDataFolder(call.state, user),
    port: ports.postgres,
    password: secrets.postgres.superuser,
    user,
    settings: recordSettings,
    log: join(call.state.logs, 'postgres.log'),
  };
  const past = wantsPast(call)
    ? await bringPast({
        call,
        ports,
        secrets,
        postgres: wanted,
        at,
        emptyData: () => emptyDataFolder(call.state, user),
      })
    : undefined;
  const postgres = await startPostgres(wanted, call.processes, call.voice.warn);
  postgres.keep();
  if (past !== undefined) await changeSuperuser(ports.postgres, past, secrets.postgres.superuser);
  call.voice.progress('Postgres is up');
  const applied = await prepareDatabase({
    port: ports.postgres,
    superuser: secrets.postgres.superuser,
    passwords: secrets.postgres,
    name: databaseName,
    folder: join(call.root, 'migrations'),
    // half a small practice; a full one was brought anew
    unfinished: past === undefined && existsSync(call.state.seeding) && !existsSync(call.state.seeded),
  });
  if (applied.length > 0) call.voice.progress(`migrations ran: ${applied.length}`);
}

async function temporal(call: StackCall, ports: Ports) {
  const namespace = call.environment['KEPT_TEMPORAL_NAMESPACE'] || 'default';
  const source = await findTemporal({
    environment: call.environment,
    cache: call.cache,
    logs: call.state.logs,
    processes: call.processes,
    say: call.voice.progress,
  });
  if (source.kind === 'address') {
    call.voice.progress(`Temporal is the server at ${source.address}`);
    return { address: source.address, namespace };
  }
  const server = await startTemporal(
    {
      cli: source.path,
      server: source.server,
      folder: call.state.temporal,
      port: ports.temporal,
      uiPort: call.options.ui ? ports.temporalUi : undefined,
      namespace,
      durable: true,
      log: join(call.state.logs, 'temporal.log'),
    },
    call.processes,
    call.voice.warn,
  );
  server.keep();
  call.voice.progress(`Temporal is up (server ${source.server})`);
  return { address: `127.0.0.1:${ports.temporal}`, namespace };
}

async function start(call: StackCall, part: Part): Promise<void> {
  const supervised = await supervise(part.program, call.processes, call.voice.warn);
  await waitFor(part.isReady, supervised, call.processes, {
    name: part.program.name,
    log: part.program.log,
    withinMs: 90_000,
    remedy: 'Mend what it says, then start again.',
  });
  supervised.keep();
  call.voice.progress(`${part.program.name} is ready`);
}
