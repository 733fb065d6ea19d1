import { Plus } from 'lucide-react';
import { useFormats } from '../../browser/speech';
import { Icon } from '../design/icon';
import { VisuallyHidden } from '../design/visually-hidden';
import { useAppointmentDialogs } from '../schedule/use-appointment-dialogs';
import { useWords } from '../words';
import type { DayHandlers } from './day-handlers';
import { HeldBox } from './event-box';
import type { GridColumn } from './grid-columns';
import { placeOf } from './grid-place';
import type { Scale } from './scale';
import type { Stretch } from './shown-hours';
import type { Dragged } from './use-drag';

interface DayLaneProps extends DayHandlers {
  readonly column: GridColumn;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly graceMinutes: number;
  readonly reachable: string | undefined;
  readonly dragged: Dragged | undefined;
  /** What is dragged would be dropped here. */
  readonly isTarget: boolean;
}

/** One column of a grid: working hours behind, what holds time in front, and between them where one can book. */
export function DayLane({ column, reachable, dragged, isTarget, ...rest }: DayLaneProps) {
  const { scale } = column;
  return (
    <div className="cal-lane">
      {column.hours.map((hours) => (
        <div key={hours.startsAt} className="cal-hours" style={placeOf(hours, scale)} />
      ))}
      <div className="cal-lines" />
      <ol aria-label={column.label}>
        {column.entries.map((entry) =>
          entry.kind === 'slot' ? (
            <SlotBox
              key={entry.key}
              spot={entry.key}
              slot={entry}
              column={column}
              reachable={reachable === entry.key}
            />
          ) : (
            <HeldBox
              key={entry.key}
              held={entry}
              scale={scale}
              reachable={reachable === entry.key}
              isDragged={dragged?.key === entry.key}
              {...rest}
            />
          ),
        )}
      </ol>
      {dragged && isTarget && <Ghost of={dragged} scale={scale} />}
    </div>
  );
}

/** Where what is dragged would stand. */
function Ghost({ of: { minute, minutes }, scale }: { readonly of: Dragged; readonly scale: Scale }) {
  const formats = useFormats();
  const startsAt = scale.instantAt(minute);
  const endsAt = startsAt + minutes * 60_000;
  return (
    <div className="cal-box cal-ghost small num" style={placeOf({ startsAt, endsAt }, scale)} aria-hidden>
      {formats.timeRange(startsAt, endsAt)}
    </div>
  );
}

interface SlotBoxProps {
  readonly spot: string;
  readonly slot: Stretch;
  readonly column: GridColumn;
  readonly reachable: boolean;
}

/** Free time: a click begins a booking with clinician and time filled in. */
function SlotBox({ spot, slot, column, reachable }: SlotBoxProps) {
  const say = useWords();
  const formats = useFormats();
  const { book } = useAppointmentDialogs();
  const { startsAt } = slot;
  const { staffId, scale, slotOf } = column;
  return (
    <li className="cal-box cal-slot" style={placeOf(slot, scale)}>
      <button
        type="button"
        data-spot={spot}
        tabIndex={reachable ? 0 : -1}
        onClick={() => book({ ...(staffId !== undefined && { staffId }), startsAt })}
      >
        <span className="cal-slot-words">
          <Icon of={Plus} size="small" />
          {say('calendar.bookAt', { time: formats.time(startsAt) })}
        </span>
        <VisuallyHidden> {slotOf}</VisuallyHidden>
      </button>
    </li>
  );
}
