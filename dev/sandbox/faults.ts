import { z } from 'zod';
import { modes, type Mode } from './message';

/** What a vendor can do wrong, in families: one call can meet one fault of each. */
const families = {
  /** What the caller hears. `_before`: the message is not taken; `_after`: it is. */
  answer: [
    'too_many',
    'refuse',
    'error_before',
    'error_after',
    'timeout_before',
    'timeout_after',
    'reset_before',
    'reset_after',
  ],
  callback: ['callback_late', 'callback_double', 'callback_none'],
  /** `lookup_late`: what was taken is not found yet. */
  lookup: ['lookup_down', 'lookup_late'],
  pace: ['slow'],
} as const;

type Family = keyof typeof families;
export type Fault = (typeof families)[Family][number];

const kinds = Object.values(families).flat();

/** Posted to `/control`: the next `count` calls, of one mode or of any, meet the fault. */
export const arming = z.strictObject({
  fault: z.enum(kinds as [Fault, ...Fault[]]),
  mode: z.enum(modes).optional(),
  count: z.int().min(1).max(1_000_000).default(1),
  /** How late, how slow, or how long to wait before the next try (429). */
  ms: z.int().min(0).max(600_000).default(1000),
});
/** Posted to `/control`: all messages and faults are forgotten. */
export const resetting = z.strictObject({ reset: z.literal(true) });

export interface Armed {
  readonly fault: Fault;
  readonly mode?: Mode | undefined;
  readonly ms: number;
  left: number;
}

export interface Faults {
  arm(fault: Armed): void;
  /** The fault of this family that the call meets, if any. It counts as met. */
  meet(family: Family, mode?: Mode): Pick<Armed, 'fault' | 'ms'> | undefined;
  armed(): readonly Armed[];
  clear(): void;
}

export function noFaults(): Faults {
  let all: Armed[] = [];
  return {
    arm: (fault) => all.push(fault),
    meet(family, mode) {
      const of: readonly Fault[] = families[family];
      const met = all.find((one) => of.includes(one.fault) && (!one.mode || !mode || one.mode === mode));
      if (!met) return undefined;
      met.left--;
      all = all.filter((one) => one.left > 0);
      return met;
    },
    armed: () => all,
    clear: () => {
      all = [];
    },
  };
}
