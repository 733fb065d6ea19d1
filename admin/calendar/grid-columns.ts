import type { Held } from './day-columns';
import type { Scale } from './scale';
import type { Stretch } from './shown-hours';
import { type Placed, sideBySide } from './side-by-side';
import type { Spot } from './step-on-day';

/** What one column of a grid shows: a clinician’s or room’s day, or a day of a week. */
export interface ColumnOf {
  readonly key: string;
  /** For those who listen. */
  readonly label: string;
  readonly scale: Scale;
  readonly hours: readonly Stretch[];
  readonly held: readonly Held[];
  /** Where a booking can begin. */
  readonly slots: readonly Stretch[];
  /** With whom it is then; undefined: that is chosen with the booking. */
  readonly staffId: string | undefined;
  /** What else changes when an appointment is dragged into it: whose time, or which room. */
  readonly drop: { readonly clinicianId?: string; readonly roomId?: string };
  /** What a free time is of, for those who listen: with whom, or which day. */
  readonly slotOf: string;
}

type Slot = Stretch & { readonly kind: 'slot'; readonly key: string };
type Entry = Placed<Held> | Slot;

/** A column as it is drawn: what holds time and what is free, in the order of time. */
export interface GridColumn extends ColumnOf {
  readonly entries: readonly Entry[];
}

export function gridColumn(column: ColumnOf): GridColumn {
  const { key, scale } = column;
  const placed = sideBySide(
    column.held.map((held) => ({
      held,
      startsAt: scale.minuteOf(held.startsAt),
      endsAt: scale.minuteOf(held.endsAt),
    })),
  ).map(({ held, lane, lanes }): Placed<Held> => ({ ...held, lane, lanes }));
  const slots = column.slots.map((slot): Slot => ({ kind: 'slot', key: `${key} ${slot.startsAt}`, ...slot }));
  return { ...column, entries: [...placed, ...slots].toSorted((a, b) => a.startsAt - b.startsAt) };
}

/** What the arrow keys reach. */
export const spotsOf = (columns: readonly GridColumn[]): readonly (readonly Spot[])[] =>
  columns.map(({ entries, scale }) =>
    entries
      .filter(({ kind }) => kind === 'slot' || kind === 'appointment')
      .map(({ key, startsAt }) => ({ key, at: scale.minuteOf(startsAt) })),
  );
