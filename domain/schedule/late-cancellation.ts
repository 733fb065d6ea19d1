import { type Instant, addHours, hoursBetween } from '../time/instant';

export type CancellationOutcome =
  | { readonly kind: 'in_time'; readonly noticeHours: number }
  | { readonly kind: 'late'; readonly noticeHours: number };

/** What cancelling at `at` means under the practice's policy. Shown before the click, and applied by it. */
export function cancellationOutcome(
  startsAt: Instant,
  at: Instant,
  policy: { readonly changeFreeHours: number },
): CancellationOutcome {
  const noticeHours = hoursBetween(at, startsAt);
  return { kind: noticeHours >= policy.changeFreeHours ? 'in_time' : 'late', noticeHours };
}

/** Until when changing costs nothing. */
export const freeUntil = (startsAt: Instant, policy: { readonly changeFreeHours: number }): Instant =>
  addHours(startsAt, -policy.changeFreeHours);
