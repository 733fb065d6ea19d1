import type { OpeningView } from '../../api/schedule/calendar.contract';

export interface FoundTime {
  readonly clinicianId: string;
  /** Epoch milliseconds. */
  readonly startsAt: number;
}

const stepMs = 30 * 60_000;

/** Where something of so many minutes can begin in a free stretch: at its beginning, and each half hour later that leaves room. */
export function startsIn({ clinicianId, startsAt, endsAt }: OpeningView, minutes: number): readonly FoundTime[] {
  const last = endsAt - minutes * 60_000;
  const count = last < startsAt ? 0 : Math.floor((last - startsAt) / stepMs) + 1;
  return Array.from({ length: count }, (_, after) => ({ clinicianId, startsAt: startsAt + after * stepMs }));
}

export interface FoundDay {
  /** `2026-12-01` */
  readonly day: string;
  readonly clinicians: readonly { readonly id: string; readonly times: readonly FoundTime[] }[];
}

/** Free times by day, and in each by clinician, in the order in which the clinicians are named. */
export function foundDays(
  openings: readonly OpeningView[],
  minutes: number,
  clinicianIds: readonly string[],
): readonly FoundDay[] {
  return [...Map.groupBy(openings, ({ start }) => start.slice(0, 10))].map(([day, of]) => ({
    day,
    clinicians: clinicianIds.flatMap((id) => {
      const times = of.filter(({ clinicianId }) => clinicianId === id).flatMap((one) => startsIn(one, minutes));
      return times.length > 0 ? [{ id, times }] : [];
    }),
  }));
}
