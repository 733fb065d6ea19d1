interface Days {
  readonly fromDay: string;
  readonly untilDay: string | null;
}

export type CoverageStanding = 'holds' | 'ended' | 'later';

/** How an insurance stands on a day; its first and last day are its own. */
export function standingOn({ fromDay, untilDay }: Days, day: string): CoverageStanding {
  if (day < fromDay) return 'later';
  return untilDay !== null && untilDay < day ? 'ended' : 'holds';
}

/** Those that hold on a day, the one that is asked first on top; and all others, the latest first. */
export function onDay<Of extends Days & { readonly rank: number }>(
  coverages: readonly Of[],
  day: string,
): { readonly holding: readonly Of[]; readonly others: readonly Of[] } {
  const holds = (one: Of) => standingOn(one, day) === 'holds';
  return {
    holding: coverages.filter(holds).toSorted((a, b) => a.rank - b.rank),
    others: coverages
      .filter((one) => !holds(one))
      .toSorted((a, b) => (a.fromDay === b.fromDay ? a.rank - b.rank : a.fromDay < b.fromDay ? 1 : -1)),
  };
}

/** The first rank that none of these has, for one more. */
export const freeRank = (taken: readonly { readonly rank: number }[]): 1 | 2 | 3 =>
  ([1, 2] as const).find((rank) => !taken.some((one) => one.rank === rank)) ?? 3;
