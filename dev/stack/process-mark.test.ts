import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fakeProc } from './fixtures/fake-proc';
import { isRunning, markOf } from './process-mark';

const postgres = { pid: 41, ticks: 9000, command: ['/cache/bin/postgres', '-D', '/with a space/data'] };

test('a process is known by its number, its beginning and its command', () => {
  const proc = fakeProc([postgres]);
  const mark = markOf(41, proc);
  expect(mark).toEqual({ pid: 41, began: 'boot-1 9000', command: '/cache/bin/postgres -D /with a space/data' });
  expect(mark && isRunning(mark, proc)).toBe(true);
});

test('a number that another process has by now is not ours', () => {
  const mark = { pid: 41, began: 'boot-1 9000', command: '/cache/bin/postgres -D /with a space/data' };
  expect(isRunning(mark, fakeProc([{ ...postgres, ticks: 9001 }]))).toBe(false);
  expect(isRunning(mark, fakeProc([{ ...postgres, command: ['vim'] }]))).toBe(false);
  expect(isRunning(mark, fakeProc([postgres], 'boot-2'))).toBe(false);
  expect(isRunning(mark, fakeProc([]))).toBe(false);
});

test('one that is on its way out still runs: it holds its ports until it is a zombie', () => {
  const mark = markOf(41, fakeProc([postgres]));
  expect(mark && isRunning(mark, fakeProc([{ ...postgres, command: [] }]))).toBe(true);
});

test('a zombie does not run, although it answers signals', () => {
  expect(markOf(41, fakeProc([{ ...postgres, state: 'Z' }]))).toBeUndefined();
});

test('a real process runs until it has ended', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const mark = markOf(child.pid ?? 0);
  expect(mark && isRunning(mark)).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(mark && isRunning(mark)).toBe(false);
});
