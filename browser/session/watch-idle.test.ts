import type { IdleState } from './idle';
import { type IdleWatchOptions, watchIdle } from './watch-idle';

beforeEach(() => jest.useFakeTimers({ now: 0 }));
afterEach(() => jest.useRealTimers());

/** A window whose input is real: only the platform can make trusted events. */
class FakeWindow {
  private readonly listeners = new Map<string, Set<(event: Event) => void>>();
  addEventListener = (type: string, listener: (event: Event) => void) =>
    void this.listeners.set(type, (this.listeners.get(type) ?? new Set()).add(listener));
  removeEventListener = (type: string, listener: (event: Event) => void) =>
    void this.listeners.get(type)?.delete(listener);
  input(type: string, isTrusted = true) {
    for (const listener of this.listeners.get(type) ?? []) listener({ type, isTrusted } as Event);
  }
  count = () => [...this.listeners.values()].reduce((sum, set) => sum + set.size, 0);
}

function watch(more: Partial<IdleWatchOptions> = {}) {
  const window = new FakeWindow();
  const states: IdleState[] = [];
  const report = jest.fn(() => Promise.resolve());
  const stop = watchIdle({
    idleSeconds: 900,
    report,
    stillOpen: () => Promise.resolve(false),
    onState: (state) => states.push(state),
    now: Date.now,
    target: window as unknown as EventTarget,
    ...more,
  });
  return { window, states, report, stop, last: () => states.at(-1) };
}
const pass = (seconds: number) => jest.advanceTimersByTimeAsync(seconds * 1000);

test('untouched, the page warns after 13 minutes, counts down, and ends after 15', async () => {
  const { states, last } = watch();
  await pass(779);
  expect(last()).toEqual({ kind: 'active' });
  await pass(2);
  expect(last()).toEqual({ kind: 'warning', secondsLeft: 119 });
  await pass(119);
  expect(last()).toEqual({ kind: 'ended' });
  expect(states.filter(({ kind }) => kind === 'ended')).toHaveLength(1);
});

test('a thousand movements in a minute are told once, at its end', async () => {
  const { window, report } = watch();
  await pass(30);
  for (let i = 0; i < 1000; i += 1) window.input('pointermove');
  await pass(29);
  expect(report).toHaveBeenCalledTimes(0);
  await pass(1);
  expect(report).toHaveBeenCalledTimes(1);
  await pass(600);
  expect(report).toHaveBeenCalledTimes(1);
});

test('input while the warning counts down keeps the session open', async () => {
  const { window, report, last } = watch();
  await pass(800);
  expect(last()?.kind).toBe('warning');
  window.input('keydown');
  await pass(1);
  expect([report.mock.calls.length, last()]).toEqual([1, { kind: 'active' }]);
});

test('what a script does is no input', async () => {
  const { window, report } = watch();
  await pass(120);
  window.input('keydown', false);
  await pass(120);
  expect(report).not.toHaveBeenCalled();
});

test('input that could not be told is tried again with later input, at most once a minute', async () => {
  const report = jest.fn(() => Promise.reject(new Error('offline')));
  const { window, last } = watch({ report });
  await pass(700);
  for (let second = 0; second < 50; second += 1) {
    window.input('pointermove');
    await pass(1);
  }
  expect(report).toHaveBeenCalledTimes(1);
  await pass(60);
  expect(last()?.kind).toBe('warning'); // not counted
});

test('input in another window counts here', async () => {
  let hear: (at: number) => void = () => undefined;
  const windows = { tell: jest.fn(), hear: (listener: typeof hear) => void (hear = listener), close: jest.fn() };
  const { last } = watch({ windows });
  await pass(800);
  hear(Date.now());
  expect(last()).toEqual({ kind: 'active' });
  hear(Date.now() + 1e9); // nobody can have done something tomorrow
  await pass(781);
  expect(last()?.kind).toBe('warning');
});

test('a session that another device kept open goes on', async () => {
  const stillOpen = jest.fn(() => Promise.resolve(true));
  const { last, states } = watch({ stillOpen });
  await pass(901);
  expect(stillOpen).toHaveBeenCalledTimes(1);
  expect(last()).toEqual({ kind: 'active' });
  expect(states.some(({ kind }) => kind === 'ended')).toBe(false);
});

test('a computer that slept past the end learns it on waking', async () => {
  const { window, last } = watch();
  jest.setSystemTime(3_600_000); // timers stood still
  window.input('focus');
  await pass(0);
  expect(last()).toEqual({ kind: 'ended' });
});

test('stopped, it hears nothing and does nothing', async () => {
  const { window, states, stop } = watch();
  stop();
  const before = states.length;
  await pass(2000);
  expect([states.length, window.count()]).toEqual([before, 0]);
});
