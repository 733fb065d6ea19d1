import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { aFolder } from './fixtures/a-folder';
import { stateFolder } from './folders';
import { markEnding, releaseLock, takeLock } from './lock';
import { readOwnerFile, writeOwnerFile } from './owner-file';
import { markOf, type ProcessMark } from './process-mark';

const aState = () => stateFolder({ KEPT_STATE_FOLDER: aFolder() });
const quiet = () => {};

async function aProcess(script = ''): Promise<{ mark: ProcessMark; kill(): Promise<void> }> {
  const child = spawn(process.execPath, ['-e', `${script}; console.log('up'); setInterval(() => {}, 1000)`]);
  await once(child.stdout, 'data');
  const mark = markOf(child.pid ?? 0);
  if (!mark) throw new Error('no such process');
  const kill = async () => {
    const ended = once(child, 'exit');
    if (child.kill('SIGKILL')) await ended;
  };
  return { mark, kill };
}

test('a second start is refused with the addresses of the first', async () => {
  const state = aState();
  const other = await aProcess();
  writeOwnerFile(state.lock, { main: other.mark, launchers: [], ending: false });
  writeOwnerFile(state.run, { consoleUrl: 'http://localhost:4600', portalUrl: 'http://localhost:4601' });
  await expect(takeLock(state, [], quiet)).rejects.toThrow(/runs already.*\n.*http:\/\/localhost:4600/);
  await other.kill();
});

test('the lock of a start that was killed is taken over', async () => {
  const state = aState();
  const other = await aProcess();
  await other.kill();
  writeOwnerFile(state.lock, { main: other.mark, launchers: [], ending: false });
  await takeLock(state, [], quiet);
  expect(readOwnerFile(state.lock)).toMatchObject({ main: { pid: process.pid } });
});

test('a stack whose launcher was killed is ended by the next start', async () => {
  const state = aState();
  const [main, launcher] = [await aProcess(), await aProcess()];
  await launcher.kill();
  writeOwnerFile(state.lock, { main: main.mark, launchers: [launcher.mark], ending: false });
  await takeLock(state, [], quiet);
  expect(markOf(main.mark.pid)).toBeUndefined();
});

test('a start waits for a stack that is ending', async () => {
  const state = aState();
  const main = await aProcess(`setTimeout(() => process.exit(), 500)`);
  writeOwnerFile(state.lock, { main: main.mark, launchers: [], ending: true });
  const said: string[] = [];
  await takeLock(state, [], (line) => said.push(line));
  expect(said).toEqual([expect.stringContaining('is ending')]);
});

test('a lock is marked and released by its holder only', async () => {
  const state = aState();
  const other = await aProcess();
  const lock = { main: other.mark, launchers: [], ending: false };
  writeOwnerFile(state.lock, lock);
  markEnding(state);
  releaseLock(state);
  expect(readOwnerFile(state.lock)).toEqual(lock);
  await other.kill();
  await takeLock(state, [], quiet);
  markEnding(state);
  expect(readOwnerFile(state.lock)).toMatchObject({ ending: true });
  releaseLock(state);
  expect(existsSync(state.lock)).toBe(false);
});
