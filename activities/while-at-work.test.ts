import { whileAtWork } from './while-at-work';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('says that it is at work until it is done, and no more', async () => {
  const said: string[] = [];
  const { promise, resolve } = Promise.withResolvers<string>();
  const working = whileAtWork(
    () => said.push('here'),
    () => promise,
    1_000,
  );
  jest.advanceTimersByTime(3_500);
  expect(said).toHaveLength(3);
  resolve('done');
  expect(await working).toBe('done');
  jest.advanceTimersByTime(10_000);
  expect(said).toHaveLength(3);
});

test('falls silent when the work fails', async () => {
  const alive = jest.fn();
  await expect(whileAtWork(alive, () => Promise.reject(new Error('no')), 1_000)).rejects.toThrow('no');
  jest.advanceTimersByTime(10_000);
  expect(alive).not.toHaveBeenCalled();
});
