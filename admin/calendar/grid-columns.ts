import type { DayColumn, Held } from './day-columns';
import { freeSlots } from './free-slots';
import type { Stretch } from './shown-hours';
import { type Placed, sideBySide } from './side-by-side';
import type { Spot } from './step-on-day';

type Slot = Stretch & { readonly kind: 'slot'; readonly key: string };
type Entry = Placed<Held> | Slot;

/** A column as it is drawn: what holds time and what is free, in the order of time. */
export interface GridColumn extends DayColumn {
  readonly entries: readonly Entry[];
}

/** `bookFrom`: the first instant at which a booking may begin; undefined for someone who does not book. */
export function gridColumns(
  columns: readonly DayColumn[],
  shown: Stretch,
  bookFrom: number | undefined,
): readonly GridColumn[] {
  return columns.map((column) => {
    const { resource, held } = column;
    // a booking begins with a clinician; the room is chosen with it
    const slots =
      bookFrom === undefined || resource.colour === undefined
        ? []
        : freeSlots(shown, held, bookFrom).map((slot): Slot => ({
            kind: 'slot',
            key: `${resource.id} ${slot.startsAt}`,
            ...slot,
          }));
    const entries: readonly Entry[] = [...sideBySide(held), ...slots];
    return { ...column, entries: entries.toSorted((a, b) => a.startsAt - b.startsAt) };
  });
}

/** What the arrow keys reach. */
export const spotsOf = (columns: readonly GridColumn[]): readonly (readonly Spot[])[] =>
  columns.map(({ entries }) =>
    entries
      .filter(({ kind }) => kind === 'slot' || kind === 'appointment')
      .map(({ key, startsAt }) => ({ key, at: startsAt })),
  );
