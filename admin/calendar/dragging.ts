/** An appointment that the pointer has taken hold of. Minutes count from the top of what is drawn. */
export interface Grab {
  readonly of: 'move' | 'resize';
  readonly column: number;
  /** Where it begins, and how long it is. */
  readonly minute: number;
  readonly minutes: number;
  /** How far below its beginning the pointer took hold. */
  readonly hold: number;
}

/** Where it would stand. */
export interface Place {
  readonly column: number;
  readonly minute: number;
  readonly minutes: number;
}

/** Starts and ends stand on the grid on which free times are offered. */
const gridMinutes = 15;
/** As long as an appointment can be. */
const longest = 480;

/** Where a grab leads, with the pointer at a minute of a column that is `drawn` minutes high. */
export function placeAt(
  grab: Grab,
  pointer: { readonly column: number; readonly minute: number },
  drawn: number,
): Place {
  if (grab.of === 'resize') {
    const end = Math.min(onGrid(pointer.minute), drawn, grab.minute + longest);
    return { column: grab.column, minute: grab.minute, minutes: Math.max(gridMinutes, end - grab.minute) };
  }
  const start = onGrid(pointer.minute - grab.hold);
  const latest = Math.floor((drawn - grab.minutes) / gridMinutes) * gridMinutes;
  return { column: pointer.column, minute: Math.max(0, Math.min(start, latest)), minutes: grab.minutes };
}

const onGrid = (minute: number): number => Math.round(minute / gridMinutes) * gridMinutes;

export const isSamePlace = (a: Place, b: Place): boolean =>
  a.column === b.column && a.minute === b.minute && a.minutes === b.minutes;
