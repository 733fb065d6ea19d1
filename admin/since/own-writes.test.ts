import type { Answer, Http } from '../../browser/http/http';
import { watchWrites } from './own-writes';

const answering = (answer: () => Promise<unknown>) => {
  const never = () => Promise.reject(new Error('not asked'));
  const write = async (): Promise<Answer> => ({ status: 200, body: await answer(), version: undefined });
  return watchWrites({ get: never, read: never, write, sendFile: never } satisfies Http);
};

test('what a write answers is this window’s own, with the records within it; other versions are not', async () => {
  const body = { id: 'a', version: 4, visit: { id: 'v', version: 2 }, rows: [{ id: 'b', version: 1 }] };
  const { http, writes } = answering(() => Promise.resolve(body));
  await http.write('POST', 'appointments/a/check-in');
  expect([writes.left('a', 4), writes.left('v', 2), writes.left('b', 1)]).toEqual([true, true, true]);
  expect([writes.left('a', 5), writes.left('a', 3), writes.left('c', 4)]).toEqual([false, false, false]);
});

test('while a write is under way nothing is judged, and everyone hears when it has ended, well or not', async () => {
  let fail: (error: Error) => void = () => undefined;
  const { http, writes } = answering(() => new Promise((_, reject) => (fail = reject)));
  const heard = jest.fn();
  const stop = writes.subscribe(heard);
  const before = writes.round();
  const writing = http.write('POST', 'x');
  expect(writes.round()).toBeUndefined();
  fail(new Error('refused'));
  await expect(writing).rejects.toThrow('refused');
  expect(writes.round()).toBeGreaterThan(before ?? 0);
  expect(heard).toHaveBeenCalledTimes(2);
  stop();
});
