import { ProblemError, unreachable } from '../../browser/http/problem';
import { createDraftSaver } from './draft-saver';

interface Saved {
  readonly version: number;
  readonly text: string;
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** A server with one note on a version, whose answers can be held back or spoilt. */
function aServer(text = '', version = 0) {
  const server = { text, version, sent: [] as string[], fail: undefined as 'before' | 'after' | 'refused' | undefined };
  const stale = () =>
    new ProblemError({
      status: 412,
      code: 'stale_version',
      params: {},
      errors: [],
      current: { version: server.version, text: server.text },
    });
  const send = async (values: { readonly text: string }, on: number): Promise<Saved> => {
    server.sent.push(values.text);
    await Promise.resolve();
    const { fail } = server;
    server.fail = undefined;
    if (fail === 'before') throw unreachable(new Error('offline'));
    if (fail === 'refused') throw new ProblemError({ status: 403, code: 'forbidden', params: {}, errors: [] });
    if (on !== server.version) throw stale();
    server.version += 1;
    server.text = values.text;
    if (fail === 'after') throw unreachable(new Error('the answer was lost'));
    return { version: server.version, text: server.text };
  };
  const saver = createDraftSaver<{ text: string }, Saved>({ version, send, onSaved: () => undefined });
  return { server, saver };
}
const type = (saver: ReturnType<typeof aServer>['saver'], ...texts: readonly string[]) => {
  for (const text of texts) saver.typed({ text });
};

test('what is typed goes once, after a pause, and says so', async () => {
  const { server, saver } = aServer();
  type(saver, 'a', 'ab', 'abc');
  expect(saver.state()).toEqual({ kind: 'waiting' });
  await jest.advanceTimersByTimeAsync(800);
  expect(server.sent).toEqual(['abc']);
  expect(saver.state()).toEqual({ kind: 'saved' });
});

test('what is typed while a save is under way goes after it, on its version', async () => {
  const { server, saver } = aServer();
  type(saver, 'a');
  const first = saver.flush();
  type(saver, 'ab');
  expect(await first).toBe(true);
  expect(server).toMatchObject({ sent: ['a', 'ab'], text: 'ab', version: 2 });
});

test('what did not reach the server is kept and sent again', async () => {
  const { server, saver } = aServer();
  server.fail = 'before';
  type(saver, 'a');
  expect(await saver.flush()).toBe(false);
  expect(saver.state()).toMatchObject({ kind: 'failed', problem: { code: 'unreachable' }, retries: true });
  await jest.advanceTimersByTimeAsync(5_000);
  expect(server.text).toBe('a');
  expect(saver.state()).toEqual({ kind: 'saved' });
});

test('what the server refuses is not sent again by itself, and says why; typing goes on', async () => {
  const { server, saver } = aServer();
  server.fail = 'refused';
  type(saver, 'a');
  expect(await saver.flush()).toBe(false);
  expect(saver.state()).toMatchObject({ kind: 'failed', problem: { code: 'forbidden' }, retries: false });
  await jest.advanceTimersByTimeAsync(10_000);
  expect(server.sent).toEqual(['a']);
  type(saver, 'ab');
  expect(await saver.flush()).toBe(true);
  expect(server.text).toBe('ab');
});

test('a save whose answer was lost is no conflict with oneself', async () => {
  const { server, saver } = aServer();
  server.fail = 'after';
  type(saver, 'a');
  await saver.flush();
  type(saver, 'ab');
  expect(await saver.flush()).toBe(true);
  expect(server).toMatchObject({ text: 'ab', version: 2 });
});

test('what someone else saved meanwhile is not overwritten, and what was typed is not lost', async () => {
  const { server, saver } = aServer('old', 1);
  Object.assign(server, { text: 'theirs', version: 2 });
  type(saver, 'mine');
  expect(await saver.flush()).toBe(false);
  expect(saver.state()).toEqual({ kind: 'conflict', current: { version: 2, text: 'theirs' } });
  type(saver, 'mine, more');
  await jest.advanceTimersByTimeAsync(10_000);
  expect(server.text).toBe('theirs');
  expect(await saver.onTopOf(2, { text: 'mine, more' })).toBe(true);
  expect(server).toMatchObject({ text: 'mine, more', version: 3 });
});

test('to take theirs lets go of what was typed', async () => {
  const { server, saver } = aServer('old', 1);
  Object.assign(server, { text: 'theirs', version: 2 });
  type(saver, 'mine');
  await saver.flush();
  saver.giveUp(2);
  type(saver, 'theirs, and more');
  expect(await saver.flush()).toBe(true);
  expect(server).toMatchObject({ text: 'theirs, and more', version: 3 });
});
