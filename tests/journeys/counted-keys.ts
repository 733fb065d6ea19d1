import type { Page } from '@playwright/test';

/** A keyboard that counts: a letter is one press, each key that is held with another one more. */
interface CountedKeys {
  /** Keys as Playwright names them: `Enter`, `Control+k`. */
  press(...keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** How many there were since the last time it was asked. */
  taken(): number;
}

export function countedKeys(page: Page): CountedKeys {
  let count = 0;
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) {
      await page.keyboard.press(key);
      count += key.split('+').length;
    }
  };
  return {
    press,
    type: (text) => press(...Array.from(text)),
    taken: () => {
      const sum = count;
      count = 0;
      return sum;
    },
  };
}
