import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { dayAt } from '../../domain/time/wall-time';
import type { Instant } from '../../domain/time/instant';
import { practice } from '../demo/people';
import { prepareDatabase } from './database';
import { runDemo } from './demo';
import { demoTemplate, keepTemplate, restoreTemplate } from './demo-template';
import { endProcess } from './end-process';
import { databaseName, databaseSettings, processEnvironment } from './environment';
import { writeOwnerFile } from './owner-file';
import type { Ports } from './ports';
import { type PostgresCall, postgresUrl, startPostgres, throwAwaySettings } from './postgres';
import { markOf } from './process-mark';
import type { Secrets } from './secrets';
import type { StackCall } from './stack';

export interface FirstCall {
  readonly call: StackCall;
  readonly ports: Ports;
  readonly secrets: Secrets;
  readonly postgres: PostgresCall;
  /** When it is. */
  readonly at: Instant;
  /** Empties the cluster's folder: initdb wants an empty one. */
  emptyData(): void;
}

/**
 * Brings the full practice up to last midnight into a state that has none: copied from the one that was made today, else made, and
 * kept for the next. Postgres does not run before, nor afterwards.
 * @returns the password of the superuser of the cluster that is there now
 */
export async function bringPast(first: FirstCall): Promise<string> {
  const { call, secrets, postgres } = first;
  const { state, voice } = call;
  const day = dayAt(first.at, practice.zone);
  // files that lie elsewhere are not copied
  const isOwn = call.environment['KEPT_STORAGE'] === undefined;
  const template = isOwn
    ? demoTemplate({ root: call.root, cache: call.cache, day, binaries: postgres.binaries })
    : undefined;
  writeOwnerFile(state.seeding, {});
  if (template?.isThere) {
    const superuser = restoreTemplate(template, state, postgres.data);
    voice.progress('the demo practice was made before: copied');
    return superuser;
  }
  first.emptyData();
  for (const name of ['sftp', 'taken.jsonl']) rmSync(join(state.payer, name), { recursive: true, force: true });
  voice.progress('making the demo practice (once a day; takes a minute)');
  await make(first);
  if (template) keepTemplate(template, state, postgres.data, secrets.postgres.superuser);
  return secrets.postgres.superuser;
}

/** What is lost with the machine meanwhile is made again: nothing waits for the disk. */
async function make({ call, ports, secrets, postgres, at }: FirstCall): Promise<void> {
  const { root, state, processes, voice } = call;
  const fast = {
    ...throwAwaySettings,
    jit: 'off',
    max_wal_size: '4GB',
    wal_level: 'minimal',
    max_wal_senders: '0',
  };
  await startPostgres({ ...postgres, settings: fast }, processes, voice.warn);
  await prepareDatabase({
    port: ports.postgres,
    superuser: secrets.postgres.superuser,
    passwords: secrets.postgres,
    name: databaseName,
    folder: join(root, 'migrations'),
    unfinished: false,
  });
  const settings = {
    ...databaseSettings(ports, secrets),
    KEPT_MODE: 'development',
    KEPT_STORAGE: call.environment['KEPT_STORAGE'] ?? pathToFileURL(state.files).href,
    KEPT_PAYER_FOLDER: state.payer,
  };
  await runDemo(
    {
      part: 'past',
      at,
      program: join(root, 'dist/dev/demo/main.js'),
      environment: processEnvironment(call.environment, settings),
      folder: root,
      log: join(state.logs, 'demo.log'),
    },
    processes,
  );
  await asSuperuser(ports.postgres, secrets.postgres.superuser, 'vacuum analyze', databaseName);
  const mark = markOf(processes.pids()['postgres'] ?? 0);
  if (mark) await endProcess(mark, 'SIGINT', 30_000);
}

/** A copied cluster has the password of the state in which it was made. */
export async function changeSuperuser(port: number, from: string, to: string): Promise<void> {
  if (from !== to) await asSuperuser(port, from, `alter role postgres password '${to}'`);
}

async function asSuperuser(port: number, password: string, statement: string, database = 'postgres'): Promise<void> {
  const client = new Client({ connectionString: postgresUrl(port, 'postgres', password, database) });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A first start that wants the full practice, or one that was killed while it was made. */
export const wantsPast = ({ state, options, environment }: StackCall): boolean =>
  !existsSync(state.seeded) && !options.empty && environment['KEPT_DEMO'] !== 'small';
