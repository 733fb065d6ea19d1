import { keepTrying } from './keep-trying';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const failing = (times: number) => {
  let calls = 0;
  return async () => {
    calls += 1;
    if (calls <= times) throw new Error(`no answer ${calls}`);
    return calls;
  };
};

test('what fails is tried again until it works', async () => {
  const done = keepTrying(30_000, failing(5));
  await jest.advanceTimersByTimeAsync(10_000);
  await expect(done).resolves.toBe(6);
});

test('and given up when the time is over, with the last error', async () => {
  const done = expect(keepTrying(2_000, failing(99))).rejects.toThrow('no answer 5');
  await jest.advanceTimersByTimeAsync(5_000);
  await done;
});
