import { join } from 'node:path';
import { clearPostmaster, isReady, makeCluster, postgresEnvironment } from './postgres-cluster';
import type { Processes } from './processes';
import { waitFor } from './ready';
import { supervise, type Supervised } from './supervise';
import type { User } from './unprivileged';

export interface PostgresCall {
  readonly binaries: string;
  readonly data: string;
  readonly port: number;
  readonly password: string;
  readonly user: User | undefined;
  readonly settings: Readonly<Record<string, string>>;
  readonly log: string;
}

/** A record must survive the machine's fall: fsync stays on. Small, because a laptop has other things to do. */
export const recordSettings = {
  max_connections: '200',
  shared_buffers: '64MB',
  max_wal_size: '512MB',
  io_method: 'sync',
};

/** For tests, whose data may be lost with the machine. */
export const throwAwaySettings = {
  ...recordSettings,
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum_naptime: '10s',
};

/** Starts Postgres on loopback, without a socket file, and waits until it accepts connections. */
export async function startPostgres(
  call: PostgresCall,
  processes: Processes,
  say: (line: string) => void,
): Promise<Supervised> {
  await clearPostmaster(call.data, say);
  makeCluster(call.binaries, call.data, call.password, call.user);
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // the details of an error quote the values of a row: a person's name in a log
    log_error_verbosity: 'terse',
    ...call.settings,
  };
  const postgres = await supervise(
    {
      name: 'postgres',
      command: join(call.binaries, 'bin/postgres'),
      args: [
        '-D',
        call.data,
        '-p',
        String(call.port),
        ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      environment: postgresEnvironment,
      folder: '/',
      log: call.log,
      user: call.user,
      // fast shutdown: ends sessions, then writes a checkpoint
      ending: { signal: 'SIGINT', graceMs: 15_000, last: true },
    },
    processes,
    say,
  );
  await waitFor(async () => isReady(call.data), postgres, processes, {
    name: 'postgres',
    log: call.log,
    withinMs: 60_000,
    remedy: `If its data in ${call.data} is damaged, begin with: npm start -- --fresh`,
  });
  return postgres;
}

/** The connection string of one role. */
export const postgresUrl = (port: number, role: string, password: string, database: string): string =>
  `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
