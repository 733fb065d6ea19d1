import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Repeat } from '../../../domain/messages/message-port';
import { root } from '../../stack/folders';
import { anyStackPort, portNames } from '../../stack/ports';
import { exitCode } from '../../stack/program';
import type { RunFile } from '../../stack/run-file';
import type { Secrets } from '../../stack/secrets';
import { until } from './until';

export type Killable = 'worker' | 'api' | 'temporal' | 'postgres';

/** A whole Kept on ports of its own whose vendor is of one kind, and what can be done to it. */
export interface Lane {
  readonly mode: Repeat;
  run(): RunFile;
  /** As the superuser, past every wall: to look at the end, to hold a row still, to let time pass. */
  sql<Row>(statement: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** A connection of one's own, as the superuser; a killed Postgres ends it silently. */
  connect(): Promise<Client>;
  /** kill -9; settled when the process is gone. */
  strike(part: Killable): Promise<void>;
  /** Settled when every part runs and is ready. */
  whole(): Promise<void>;
  end(): Promise<void>;
}

/** @param more settings of its stack beside the standard ones */
export async function aLane(mode: Repeat, more: Readonly<Record<string, string>> = {}): Promise<Lane> {
  const folder = mkdtempSync(join(tmpdir(), `kept-kill-${mode}-`));
  chmodSync(folder, 0o711);
  const port = await anyStackPort();
  const portOf = (name: (typeof portNames)[number]) => port + portNames.indexOf(name);
  const vendor = `sandbox:http://127.0.0.1:${portOf('sandbox')}?repeat=${mode}`;
  const child = spawn(
    process.execPath,
    [join(root, 'dist/dev/stack/main.js'), '--port', String(port), '--no-ui', '--quiet'],
    {
      env: {
        ...process.env,
        KEPT_STATE_FOLDER: folder,
        KEPT_STARTED_BY: '',
        KEPT_DEMO: 'small',
        KEPT_SMS: vendor,
        KEPT_MAIL: vendor,
        ...more,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = exitCode(child);
  let said = '';
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('Kept is ready')) resolve();
      });
    void ended.then((code) => reject(new Error(`the stack of ${mode} ended (${code}): ${said}`)));
  });
  const run = () => JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')) as RunFile;
  const secrets = JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')) as Secrets;
  const url = new URL(run().databaseUrl);
  url.username = 'postgres';
  url.password = secrets.postgres.superuser;

  const connect = async () => {
    const client = new Client({ connectionString: url.href, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined); // Postgres was killed: whoever uses it hears of it
    await client.connect();
    return client;
  };
  const lane: Lane = {
    mode,
    run,
    connect,
    sql: <Row>(statement: string, values: readonly unknown[] = []) =>
      until('Postgres answers', async () => {
        const client = await connect();
        try {
          const { rows } = await client.query(statement, [...values]);
          return rows as readonly Row[];
        } finally {
          await client.end();
        }
      }),
    async strike(part) {
      const pid = await until(`${part} runs`, async () => run().pids[part]);
      process.kill(pid, 'SIGKILL');
      await until(`${part} is gone`, async () => run().pids[part] !== pid);
    },
    async whole() {
      const parts: readonly Killable[] = ['postgres', 'temporal', 'api', 'worker'];
      await until('everything runs again', async () => parts.every((part) => run().pids[part] !== undefined));
      for (const name of ['apiPrivate', 'workerPrivate'] as const)
        await until(`${name} is ready`, async () => (await fetch(`http://127.0.0.1:${portOf(name)}/readyz`)).ok);
    },
    async end() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return lane;
}
