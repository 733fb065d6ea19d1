import { type KeyDown, createKeyQueue } from './key-queue';

function aQueue() {
  let onKey: (event: KeyDown) => void = () => undefined;
  let at: 'field' | 'control' | 'page' = 'page';
  const clock = { now: 0 };
  const seen: string[] = [];
  const field = { hasFocus: false };
  const queue = createKeyQueue({
    listen: (heard) => {
      onKey = heard;
    },
    place: () => at,
    drawn: (run) => run(),
    field: () => (field.hasFocus ? { type: (text) => void seen.push(`typed ${text}`) } : undefined),
    now: () => clock.now,
  });
  /** Presses keys one after the other; answers which of them the platform was told to leave. */
  const press = (...keys: readonly string[]): readonly boolean[] =>
    keys.map((key) => {
      let prevented = false;
      onKey({
        key,
        ctrlKey: false,
        metaKey: false,
        altKey: false,
        repeat: false,
        isComposing: false,
        defaultPrevented: false,
        target: null,
        timeStamp: clock.now,
        preventDefault: () => {
          prevented = true;
        },
      });
      return prevented;
    });
  const take = ({ key }: { readonly key: string }) => seen.push(key) > 0;
  const on = (place: typeof at) => {
    at = place;
  };
  return { queue, on, clock, seen, field, press, take, drained: () => Promise.resolve() };
}

test('what is pressed before the console is there waits for it, in its order', async () => {
  const { queue, seen, press, take, drained } = aQueue();
  expect(press('g', 'c', 'Tab')).toEqual([true, true, false]);
  queue.attach(take);
  await drained();
  press('n');
  expect(seen).toEqual(['g', 'c', 'n']);
});

test('who had to wait for long is not surprised by what she pressed then', async () => {
  const { queue, seen, clock, press, take, drained } = aQueue();
  press('b');
  clock.now = 5_001;
  queue.attach(take);
  await drained();
  expect(seen).toEqual([]);
});

test('letters behind a key that opens a dialog are typed into its field once it is there', () => {
  const { queue, seen, field, press } = aQueue();
  let goOn: ((arrived: boolean) => void) | undefined;
  queue.attach(({ key }) => {
    seen.push(key);
    goOn = queue.hold();
    return true;
  });
  press('b', 'w', 'e', 'i', ' ', 'z');
  expect(seen).toEqual(['b']);
  field.hasFocus = true;
  goOn?.(true);
  expect(seen).toEqual(['b', 'typed wei z']);
  goOn?.(true); // once is enough
  expect(seen).toHaveLength(2);
});

test('a key that was pressed early and opens something holds those behind it too', async () => {
  const { queue, seen, field, press, drained } = aQueue();
  press('b', 'k', 'o');
  let goOn: ((arrived: boolean) => void) | undefined;
  queue.attach(({ key }) => {
    seen.push(key);
    goOn = queue.hold();
    return true;
  });
  await drained();
  press('w');
  expect(seen).toEqual(['b']);
  field.hasFocus = true;
  goOn?.(true);
  expect(seen).toEqual(['b', 'typed kow']);
});

test('if what they were meant for never comes, the keys are forgotten and do nothing else', () => {
  const { queue, seen, press, take } = aQueue();
  queue.attach(take);
  const goOn = queue.hold();
  press('i', 's');
  goOn(false);
  press('g');
  expect(seen).toEqual(['g']);
});

test('a field takes its own letters, and a button its own space', async () => {
  const { queue, seen, on, press, take, drained } = aQueue();
  press('x');
  on('field');
  expect(press('y')).toEqual([false]);
  on('control');
  expect(press(' ')).toEqual([false]);
  queue.attach(take);
  await drained();
  expect(seen).toEqual([]);
});

test('once nobody takes keys any more they wait again', async () => {
  const { queue, seen, press, take, drained } = aQueue();
  const stop = queue.attach(take);
  stop();
  press('x');
  queue.attach(take);
  await drained();
  expect(seen).toEqual(['x']);
});
