import type { CSSProperties } from 'react';
import type { Stretch } from './shown-hours';

const minuteMs = 60_000;

/** Where a stretch stands on the grid: minutes from its top, and how many. The style sheet knows how high a minute is. */
export function placeOf({ startsAt, endsAt }: Stretch, shown: Stretch): CSSProperties {
  const from = Math.max(startsAt, shown.startsAt);
  const to = Math.min(endsAt, shown.endsAt);
  return {
    '--from': (from - shown.startsAt) / minuteMs,
    '--for': Math.max(0, to - from) / minuteMs,
  } as CSSProperties;
}

/** The same, sharing the width with what overlaps. */
export const placeBesideOf = (
  placed: Stretch & { readonly lane: number; readonly lanes: number },
  shown: Stretch,
): CSSProperties => ({ ...placeOf(placed, shown), '--lane': placed.lane, '--lanes': placed.lanes }) as CSSProperties;
