import type { Stretch } from './shown-hours';

export type Placed<T> = T & {
  /** Counted from the left. */
  readonly lane: number;
  /** How many share the width. */
  readonly lanes: number;
};

/** Lets things that overlap (a permitted double booking) share the width of their column; each keeps its own lane. */
export function sideBySide<T extends Stretch>(things: readonly T[]): readonly Placed<T>[] {
  const placed: Placed<T>[] = [];
  let cluster: { readonly thing: T; readonly lane: number }[] = [];
  let laneEnds: number[] = [];
  const close = () => {
    placed.push(...cluster.map(({ thing, lane }) => ({ ...thing, lane, lanes: laneEnds.length })));
    cluster = [];
    laneEnds = [];
  };
  for (const thing of things.toSorted((a, b) => a.startsAt - b.startsAt || b.endsAt - a.endsAt)) {
    if (laneEnds.every((end) => end <= thing.startsAt)) close();
    const free = laneEnds.findIndex((end) => end <= thing.startsAt);
    const lane = free < 0 ? laneEnds.length : free;
    laneEnds[lane] = thing.endsAt;
    cluster.push({ thing, lane });
  }
  close();
  return placed;
}
