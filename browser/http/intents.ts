/** Gives one idempotency key to one intent. */
export interface Intents {
  /** The same write asked for again before its outcome is known (a double click, a retry after a lost answer) has the same key. */
  readonly keyOf: (intent: string) => string;
  /** What became of it is known: asking for the same once more is a new intent. */
  readonly settle: (intent: string) => void;
}

export function createIntents(newKey: () => string): Intents {
  const open = new Map<string, string>();
  return {
    keyOf: (intent) => {
      const key = open.get(intent) ?? newKey();
      open.set(intent, key);
      return key;
    },
    settle: (intent) => void open.delete(intent),
  };
}
