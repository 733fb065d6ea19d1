import type { Stretch } from './shown-hours';

const halfMs = 30 * 60_000;
const shortestMs = 15 * 60_000;

/** A booking may begin in the half hour that has begun; not before. */
export const bookFrom = (now: number): number => Math.floor(now / halfMs) * halfMs;

/**
 * Where a click begins a booking: what nothing holds, cut at each half hour of `shown`. What is left between two appointments
 * begins where the first ends; less than a quarter of an hour is no place to begin.
 */
export function freeSlots(shown: Stretch, held: readonly Stretch[], notBefore: number): readonly Stretch[] {
  const cuts = new Set<number>([shown.endsAt]);
  for (let at = shown.startsAt; at < shown.endsAt; at += halfMs) cuts.add(at);
  for (const { startsAt, endsAt } of held)
    for (const at of [startsAt, endsAt]) if (at > shown.startsAt && at < shown.endsAt) cuts.add(at);
  const order = [...cuts].toSorted((a, b) => a - b);
  return order.flatMap((startsAt, index) => {
    const endsAt = order[index + 1];
    if (endsAt === undefined || endsAt - startsAt < shortestMs || startsAt < notBefore) return [];
    const taken = held.some((one) => one.startsAt < endsAt && one.endsAt > startsAt);
    return taken ? [] : [{ startsAt, endsAt }];
  });
}
