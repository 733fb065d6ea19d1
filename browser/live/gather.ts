export interface Gather<Item> {
  readonly add: (items: readonly Item[]) => void;
  readonly stop: () => void;
}

/** Collects what comes in within `waitMs` and hands it on at once; of two with the same key, the later one counts. */
export function createGather<Item>(
  waitMs: number,
  keyOf: (item: Item) => string,
  flush: (items: readonly Item[]) => void,
): Gather<Item> {
  let waiting = new Map<string, Item>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const handOn = () => {
    timer = undefined;
    const items = [...waiting.values()];
    waiting = new Map();
    flush(items);
  };
  return {
    add: (items) => {
      for (const item of items) waiting.set(keyOf(item), item);
      if (items.length > 0) timer ??= setTimeout(handOn, waitMs);
    },
    stop: () => clearTimeout(timer),
  };
}
