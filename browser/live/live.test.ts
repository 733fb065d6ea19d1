import { createGather } from './gather';
import { type LiveHandlers, type Source, openLive } from './live-stream';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('what comes within the time is handed on at once, the later of two for one key', () => {
  const flushed: unknown[] = [];
  const gather = createGather<{ id: string; version: number }>(
    100,
    ({ id }) => id,
    (items) => flushed.push(items),
  );
  gather.add([{ id: 'a', version: 1 }]);
  gather.add([{ id: 'b', version: 1 }, { id: 'a', version: 2 }]); // prettier-ignore
  gather.add([]);
  jest.advanceTimersByTime(99);
  expect(flushed).toEqual([]);
  jest.advanceTimersByTime(1);
  gather.add([{ id: 'c', version: 1 }]);
  gather.stop();
  jest.advanceTimersByTime(1000);
  expect(flushed).toEqual([[{ id: 'a', version: 2 }, { id: 'b', version: 1 }]]); // prettier-ignore
});

class FakeSource extends EventTarget {
  readyState = 1;
  close = jest.fn();
  say(event: string, data?: unknown) {
    this.dispatchEvent(new MessageEvent(event, { data: typeof data === 'string' ? data : JSON.stringify(data) }));
  }
  refuse() {
    this.readyState = 2;
    this.dispatchEvent(new Event('error'));
  }
}

function listening() {
  const sources: FakeSource[] = [];
  const handlers = {
    resync: jest.fn(),
    changed: jest.fn(),
    gone: jest.fn(),
    refused: jest.fn(),
  } satisfies LiveHandlers;
  const stop = openLive(() => {
    const source = new FakeSource();
    sources.push(source);
    return source as unknown as Source;
  }, handlers);
  return { sources, handlers, stop, last: () => sources.at(-1) as FakeSource };
}

test('hints come typed, and what is no hint is left out', () => {
  const { handlers, last } = listening();
  last().say('resync', '');
  last().say('changed', [{ kind: 'claim', id: 'a' }, { kind: 'claim' }, 7]); // prettier-ignore
  last().say('gone', [{ kind: 'claim', id: 'c' }]);
  last().say('changed', 'not json');
  expect(handlers.resync).toHaveBeenCalledTimes(1);
  expect(handlers.changed.mock.calls).toEqual([[[{ kind: 'claim', id: 'a' }]], [[]]]);
  expect(handlers.gone.mock.calls).toEqual([[[{ kind: 'claim', id: 'c' }]]]);
});

test('after a refusal it is told and opened again, later each time, and soon again once it was heard', () => {
  const { sources, handlers, last } = listening();
  const waits = [2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000];
  for (const [index, wait] of waits.entries()) {
    last().refuse();
    jest.advanceTimersByTime(wait - 1);
    expect(sources).toHaveLength(index + 1);
    jest.advanceTimersByTime(1);
    expect(sources).toHaveLength(index + 2);
  }
  last().say('resync', '');
  last().refuse();
  jest.advanceTimersByTime(2000);
  expect(sources).toHaveLength(waits.length + 2);
  expect(handlers.refused).toHaveBeenCalledTimes(waits.length + 1);
});

test('a dropped line is the platform’s to mend; stopped, nothing is opened again', () => {
  const { sources, last, stop } = listening();
  last().dispatchEvent(new Event('error'));
  jest.advanceTimersByTime(100_000);
  expect(sources).toHaveLength(1);
  last().refuse();
  stop();
  jest.advanceTimersByTime(100_000);
  expect([sources.length, last().close.mock.calls.length]).toEqual([1, 1]);
});
