import { createHash } from 'node:crypto';

/** Chances that fall the same way every time. */
export interface Dice {
  /** A whole number from 0 up to, not including, `n`. */
  below(n: number): number;
  /** True so many times of a hundred. */
  chance(percent: number): boolean;
  /** One of a list that has some. */
  pick<T>(list: readonly T[]): T;
}

/** The same seed, the same throws (mulberry32). */
export function diceOf(seed: string): Dice {
  let state = createHash('sha256').update(seed).digest().readUInt32BE();
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return {
    below,
    chance: (percent) => next() * 100 < percent,
    pick: <T>(list: readonly T[]): T => list[below(list.length)] as T,
  };
}
