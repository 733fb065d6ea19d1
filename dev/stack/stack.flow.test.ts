import { chmodSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { npmStart, type NpmStart, runFileOf } from '../verify/npm-start';
import { residentsOf } from '../verify/residents';
import { aFolder } from './fixtures/a-folder';
import { makeStandInClone } from './fixtures/stand-in-clone';
import { root } from './folders';
import { anyStackPort } from './ports';
import { postgresUrl } from './postgres';

// The real bootstrap and stack, under the system's Node, in a folder with a space; the product is stand-ins.
const folder = aFolder();
const clone = join(folder, 'the clone');
// the full practice is cached for all clones: stand-ins have no place in there
const cli = { KEPT_TEMPORAL_CLI: process.env['KEPT_TEMPORAL_CLI'], KEPT_DEMO: 'small' };

beforeAll(() => {
  chmodSync(folder, 0o711);
  makeStandInClone(root, clone);
});
afterAll(() => {
  for (const one of residentsOf(folder)) process.kill(one.pid, 'SIGKILL');
});

const start = async (args: readonly string[] = [], more: Readonly<Record<string, string>> = {}): Promise<NpmStart> =>
  npmStart(clone, ['--port', String(await anyStackPort()), ...args], { ...cli, ...more });

async function eventually(isSo: () => Promise<boolean> | boolean): Promise<boolean> {
  for (const until = Date.now() + 20_000; Date.now() < until; await sleep(50)) if (await isSo()) return true;
  return false;
}

const nothingRuns = () => eventually(() => residentsOf(clone).length === 0);
const secretsOf = () =>
  JSON.parse(readFileSync(join(clone, '.kept/secrets.json'), 'utf8')) as { postgres: { superuser: string } };

async function query(sql: string): Promise<readonly Record<string, unknown>[]> {
  const port = Number(new URL(runFileOf(clone).databaseUrl).port);
  const client = new Client(postgresUrl(port, 'postgres', secretsOf().postgres.superuser, 'postgres'));
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

test('it starts, prints the table, writes what scripts need, and ends everything at Ctrl-C', async () => {
  const kept = await start();
  const run = await kept.ready();
  expect(kept.output()).toContain(`console            ${run.consoleUrl}`);
  expect(kept.output()).toContain('olive@kept.example');
  expect(Object.keys(run.pids).toSorted()).toEqual([
    'api',
    'payer',
    'postgres',
    'sandbox',
    'stack',
    'temporal',
    'worker',
  ]);
  for (const url of [run.consoleUrl, run.portalUrl, run.sandboxUrl, run.temporalUiUrl ?? '']) {
    expect((await fetch(url)).status).toBe(200);
  }
  for (const name of ['secrets.json', 'run.json', 'environment.json', 'seeded.json']) {
    expect(statSync(join(clone, '.kept', name)).mode & 0o777).toBe(0o600);
  }
  kept.interrupt();
  expect([0, 130]).toContain(await kept.ended); // npm may end by the signal itself
  expect(await nothingRuns()).toBe(true);
  expect(kept.output()).toContain('everything has ended');
  expect(() => runFileOf(clone)).toThrow(/ENOENT/);
});

test('a second start says where the first one is, and ends with 1', async () => {
  const kept = await start(['--quiet']);
  const run = await kept.ready();
  const second = await start();
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain('runs already');
  expect(second.output()).toContain(run.consoleUrl);
  kept.interrupt();
  await kept.ended;
});

test('a child that dies is started again, and said; scripts see its new process id', async () => {
  const kept = await start(['--no-ui']);
  const before = (await kept.ready()).pids['api'] ?? 0;
  process.kill(before, 'SIGKILL');
  expect(await eventually(() => ![before, undefined].includes(runFileOf(clone).pids['api']))).toBe(true);
  expect(kept.output()).toContain('api ended (SIGKILL): starting it again');
  expect(
    await eventually(async () => (await fetch(runFileOf(clone).consoleUrl).catch(() => undefined))?.ok === true),
  ).toBe(true);
  kept.interrupt();
  await kept.ended;
});

test('after kill -9 the next start ends what was left, and the data is there', async () => {
  const kept = await start(['--quiet']);
  const { pids } = await kept.ready();
  await query('create table mark (at int)');
  await query('insert into mark values (41)');
  process.kill(pids['stack'] ?? 0, 'SIGKILL');
  await kept.ended;
  expect(residentsOf(clone).map((one) => one.pid)).toContain(pids['postgres']);
  const next = await start(['--quiet']);
  await next.ready();
  expect(next.output()).toContain('an earlier start was killed: ending what it left');
  expect(await query('select at from mark')).toEqual([{ at: 41 }]);
  next.interrupt();
  await next.ended;
  expect(await nothingRuns()).toBe(true);
});

test('when npm itself is killed with -9 the stack ends by itself, and a start right after waits for that', async () => {
  const kept = await start(['--quiet']);
  await kept.ready();
  process.kill(kept.pid, 'SIGKILL');
  const next = await start(['--quiet']);
  await next.ready();
  expect(next.output()).toContain('is ending: waiting for it');
  process.kill(next.pid, 'SIGKILL');
  expect(await nothingRuns()).toBe(true);
});

test('--fresh forgets the data, and --empty brings no demo practice', async () => {
  const kept = await start(['--fresh', '--empty']);
  expect((await kept.ready()).logins).toEqual([]);
  expect(kept.output()).toContain('no demo practice');
  expect(await query(`select 1 from pg_tables where tablename = 'mark'`)).toEqual([]);
  kept.interrupt();
  await kept.ended;
});

test('a taken port is replaced, and said', async () => {
  const port = await anyStackPort();
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', resolve));
  const kept = npmStart(clone, ['--quiet', '--port', String(port)], cli);
  expect((await kept.ready()).consoleUrl).not.toBe(`http://localhost:${port}`);
  expect(kept.output()).toContain(`port ${port} is taken: console is on`);
  kept.interrupt();
  await kept.ended;
  taken.close();
});

test('a part that cannot start stops the start with the end of its log, and leaves nothing', async () => {
  const kept = await start([], { STAND_IN_FAILS: 'worker' });
  expect(await kept.ended).toBe(1);
  expect(kept.output()).toContain('worker was told to fail');
  expect(kept.output()).toContain('Mend what it says, then start again.');
  expect(await nothingRuns()).toBe(true);
});

test('production mode is refused in one line', async () => {
  const kept = await start([], { KEPT_MODE: 'production' });
  expect(await kept.ended).toBe(1);
  expect(kept.output()).toMatch(/Kept: KEPT_MODE=production: .*docs\/deploy\.md/);
});
