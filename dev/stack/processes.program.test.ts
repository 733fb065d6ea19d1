import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { aFolder } from './fixtures/a-folder';
import { fakeProc } from './fixtures/fake-proc';
import { endInOrder, rememberedBefore, rememberedIn, stillRunning } from './processes';

const file = () => join(aFolder(), 'processes.json');
const asked = { signal: 'SIGTERM', graceMs: 5000, last: false } as const;

test('of what a killed start remembered, only its own living processes are left over', () => {
  const mark = (pid: number) => ({ pid, began: `boot-1 ${pid * 100}`, command: 'node main.js' });
  const proc = fakeProc([
    { pid: 1, ticks: 100, command: ['node', 'main.js'] },
    { pid: 2, ticks: 777, command: ['node', 'main.js'] }, // began at another time
    { pid: 3, ticks: 300, command: ['node', 'main.js'], state: 'Z' },
  ]);
  const one = (pid: number) => ({ name: `p${pid}`, mark: mark(pid), ...asked });
  const remembered = [one(1), one(2), one(3), one(4)];
  expect(stillRunning(remembered, proc).map((one) => one.name)).toEqual(['p1']);
});

test('what is started is on disk at once, and gone from there when it has ended', async () => {
  const where = file();
  const processes = rememberedIn(where);
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  processes.add('child', child.pid ?? 0, asked);
  expect(rememberedBefore(where)).toMatchObject([{ name: 'child', signal: 'SIGTERM' }]);
  expect(processes.pids()).toEqual({ child: child.pid });
  child.kill('SIGKILL');
  await once(child, 'exit');
  processes.remove(child.pid ?? 0);
  expect(rememberedBefore(where)).toEqual([]);
});

test('ending a stack ends what works with a database before the database', async () => {
  const processes = rememberedIn(file());
  const database = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  // ends with 0 only when the database is still there
  const client = spawn(process.execPath, [
    '-e',
    `process.on('SIGTERM', () => setTimeout(() => process.exit(require('fs').existsSync('/proc/${database.pid}/cwd') ? 0 : 7), 200)); console.log('up'); setInterval(() => {}, 1000)`,
  ]);
  await once(client.stdout, 'data');
  processes.add('database', database.pid ?? 0, { ...asked, last: true });
  processes.add('client', client.pid ?? 0, asked);
  const ended = once(client, 'exit');
  await processes.endAll();
  expect(await ended).toEqual([0, null]);
  expect(processes.ending.aborted).toBe(true);
});

test('a process that does not go when asked is ended by force', async () => {
  const where = file();
  const stubborn = spawn(process.execPath, [
    '-e',
    `process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000)`,
  ]);
  await once(stubborn.stdout, 'data');
  const processes = rememberedIn(where);
  processes.add('stubborn', stubborn.pid ?? 0, { ...asked, graceMs: 100 });
  const ended = once(stubborn, 'exit');
  await endInOrder(rememberedBefore(where));
  expect(await ended).toEqual([null, 'SIGKILL']);
  expect(existsSync(where)).toBe(true);
});
