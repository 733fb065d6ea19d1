import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readIfThere, writeOwnerFile } from './owner-file';
import type { Processes } from './processes';
import { waitFor } from './ready';
import { supervise, type Supervised } from './supervise';

const run = promisify(execFile);

export interface TemporalCall {
  readonly cli: string;
  readonly server: string;
  readonly folder: string;
  readonly port: number;
  /** Undefined: without its web page. */
  readonly uiPort: number | undefined;
  readonly namespace: string;
  /** Whether what it was told survives the machine's fall. */
  readonly durable: boolean;
  readonly log: string;
}

/** Starts the development server with its database file on loopback, and waits until the namespace can be used. */
export async function startTemporal(
  call: TemporalCall,
  processes: Processes,
  say: (line: string) => void,
): Promise<Supervised> {
  putAsideOtherVersion(call, say);
  const address = `127.0.0.1:${call.port}`;
  const temporal = await supervise(
    {
      name: 'temporal',
      command: call.cli,
      args: serverArguments(call),
      environment: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        TEMPORAL_CONFIG_FILE: join(call.folder, 'none'),
      },
      folder: call.folder,
      log: call.log,
      ending: { signal: 'SIGTERM', graceMs: 8000, last: true },
    },
    processes,
    say,
  );
  await waitFor(() => hasNamespace(call.cli, address, call.namespace), temporal, processes, {
    name: 'temporal',
    log: call.log,
    withinMs: 60_000,
    remedy: `If its database in ${call.folder} is damaged, delete it: reminders are planned again from the record.`,
  });
  return temporal;
}

export function serverArguments(call: TemporalCall): string[] {
  return [
    ['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(call.port), '--namespace', call.namespace],
    call.uiPort === undefined ? ['--headless'] : ['--ui-ip', '127.0.0.1', '--ui-port', String(call.uiPort)],
    ['--db-filename', join(call.folder, 'temporal.db'), '--log-level', 'error'],
    ['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', `synchronous=${call.durable ? 'NORMAL' : 'OFF'}`],
    // the value is JSON; without it a lone timer fires about a second late
    ['--dynamic-config-value', 'history.timerProcessorMaxTimeShift="50ms"'],
  ].flat();
}

async function hasNamespace(cli: string, address: string, namespace: string): Promise<boolean> {
  try {
    await run(cli, ['operator', 'namespace', 'describe', '--address', address, namespace], { timeout: 10_000 });
    return true;
  } catch {
    return false; // not listening yet
  }
}

/** The development server does not convert its database. The record is in Postgres, so another version begins with an empty one. */
function putAsideOtherVersion(call: TemporalCall, say: (line: string) => void): void {
  mkdirSync(call.folder, { recursive: true });
  const note = join(call.folder, 'version.json');
  const before = readIfThere(note);
  const version = before === undefined ? undefined : (JSON.parse(before) as { server: string }).server;
  if (version === call.server) return;
  if (version !== undefined && existsSync(join(call.folder, 'temporal.db'))) {
    say(
      `Temporal's server was ${version} and is ${call.server}: its old database is put aside, and timers are planned again`,
    );
    for (const name of readdirSync(call.folder).filter((one) => /^temporal\.db(-wal|-shm)?$/.test(one))) {
      renameSync(join(call.folder, name), join(call.folder, `${name}.${version}`));
    }
  }
  writeOwnerFile(note, { server: call.server });
}
