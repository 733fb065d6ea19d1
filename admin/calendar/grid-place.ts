import type { CSSProperties } from 'react';
import type { Scale } from './scale';
import type { Stretch } from './shown-hours';

const minuteMs = 60_000;

/** Where a stretch stands on the grid: minutes from its top, and how many. The style sheet knows how high a minute is. */
export function placeOf({ startsAt, endsAt }: Stretch, scale: Scale): CSSProperties {
  const within = (minute: number) => Math.min(Math.max(minute, 0), scale.minutes);
  const [from, to] = [scale.minuteOf(startsAt), scale.minuteOf(endsAt)];
  // over the hour that the clock shows twice, an end can stand above its start
  const until = to < from ? from + (endsAt - startsAt) / minuteMs : to;
  return { '--from': within(from), '--for': within(until) - within(from) } as CSSProperties;
}

/** The same, sharing the width with what overlaps. */
export const placeBesideOf = (
  placed: Stretch & { readonly lane: number; readonly lanes: number },
  scale: Scale,
): CSSProperties => ({ ...placeOf(placed, scale), '--lane': placed.lane, '--lanes': placed.lanes }) as CSSProperties;
