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

/** Posted to `/control`: the next `count` calls, of one mode or of any, to one address or to any, meet the fault. */
export const arming = z.strictObject({
  fault: z.enum(kinds as [Fault, ...Fault[]]),
  mode: z.enum(modes).optional(),
  to: z.string().min(1).max(320).optional(),
  count: z.int().min(1).max(1_000_000).default(1),
  /** How late, how slow, or how long to wait before the next try (429). */
  ms: z.int().min(0).max(600_000).default(1000),
});
/** Posted to `/control`: all messages and faults are forgotten. */
export const resetting = z.strictObject({ reset: z.literal(true) });

export interface Armed {
  readonly fault: Fault;
  readonly mode?: Mode | undefined;
  readonly to?: string | undefined;
  readonly ms: number;
  left: number;
}

/** What a fault is aimed at. A question is for no address and of no mode: it meets whatever is armed. */
interface Call {
  readonly mode: Mode;
  readonly to: string;
}

export interface Faults {
  arm(fault: Armed): void;
  /** The fault of this family that the call meets, if any. It counts as met. */
  meet(family: Family, call?: Call): Pick<Armed, 'fault' | 'ms'> | undefined;
  armed(): readonly Armed[];
  clear(): void;
}

export function noFaults(): Faults {
  let all: Armed[] = [];
  return {
    arm: (fault) => all.push(fault),
    meet(family, call) {
      const of: readonly Fault[] = families[family];
      const meets = (one: Armed) => !call || ((!one.mode || one.mode === call.mode) && (!one.to || one.to === call.to));
      const met = all.find((one) => of.includes(one.fault) && meets(one));
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
