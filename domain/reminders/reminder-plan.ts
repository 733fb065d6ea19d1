import { createHash } from 'node:crypto';
import type { ReminderRule } from '../practice/policy';
import { type Instant, addHours, instantOf } from '../time/instant';
import type { Zone } from '../time/wall-time';
import { type QuietHours, afterQuiet, beforeQuiet, isQuiet } from './quiet-hours';

export type Channel = 'sms' | 'email';

/** Why a reminder of the policy is not sent to this client. */
export type Unreachable = 'no_consent' | 'no_contact';

export interface PlannedReminder {
  readonly code: string;
  readonly channel: Channel;
  readonly due: Instant;
  /** After this instant it would say nothing new: it is left out instead of sent late. */
  readonly usefulUntil: Instant;
  readonly unreachable: Unreachable | null;
}

export interface Reachability {
  readonly sms: Unreachable | null;
  readonly email: Unreachable | null;
}

export interface ReminderInput {
  readonly appointmentId: string;
  readonly startsAt: Instant;
  /** When this occurrence came to be: nothing is due before it. */
  readonly since: Instant;
  readonly rules: readonly ReminderRule[];
  readonly quiet: QuietHours;
  /** The client's. */
  readonly zone: Zone;
  readonly reach: Reachability;
  /** Due times are spread by up to so many seconds, so that not all of a full hour go out in one second. */
  readonly spreadSeconds: number;
}

/**
 * What is sent when, soonest first. Quiet hours are those where the client lives: what would fall into them goes out the evening
 * before, or, when that is past already, as soon as they end. A reminder is useful until two thirds of its lead are over.
 */
export function reminderPlan(input: ReminderInput): readonly PlannedReminder[] {
  return input.rules
    .map((rule) => ({
      code: rule.code,
      channel: rule.channel,
      due: dueOf(rule, input),
      usefulUntil: addHours(input.startsAt, -rule.hoursBefore / 3),
      unreachable: input.reach[rule.channel],
    }))
    .toSorted((a, b) => a.due - b.due || a.code.localeCompare(b.code));
}

function dueOf(rule: ReminderRule, input: ReminderInput): Instant {
  const spread = spreadAround(addHours(input.startsAt, -rule.hoursBefore), rule, input);
  const early = beforeQuiet(spread, input.quiet, input.zone);
  if (early >= input.since) return early;
  return afterQuiet(instantOf(Math.max(spread, input.since)), input.quiet, input.zone);
}

/** Some seconds earlier; later where it is due as the quiet hours end, lest those seconds move it to the evening before. */
function spreadAround(
  due: Instant,
  rule: ReminderRule,
  { appointmentId, quiet, zone, spreadSeconds }: ReminderInput,
): Instant {
  const by = spreadMs(appointmentId, rule.code, spreadSeconds);
  const earlier = instantOf(due - by);
  return isQuiet(earlier, quiet, zone) && !isQuiet(due, quiet, zone) ? instantOf(due + by) : earlier;
}

/** The same for the same reminder, however often it is planned. */
function spreadMs(id: string, code: string, seconds: number): number {
  if (seconds === 0) return 0;
  return createHash('sha256').update(`${id}|${code}`).digest().readUInt32BE() % (seconds * 1000);
}
