import { Plus } from 'lucide-react';
import { useFormats } from '../../browser/speech';
import { Icon } from '../design/icon';
import { VisuallyHidden } from '../design/visually-hidden';
import { useAppointmentDialogs } from '../schedule/use-appointment-dialogs';
import { useWords } from '../words';
import type { Resource } from './day-columns';
import type { DayHandlers } from './day-handlers';
import { HeldBox } from './event-box';
import type { GridColumn } from './grid-columns';
import { placeOf } from './grid-place';
import type { Stretch } from './shown-hours';

export interface DayLaneProps extends DayHandlers {
  readonly column: GridColumn;
  readonly shown: Stretch;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly graceMinutes: number;
  readonly reachable: string | undefined;
}

/** One column of a day: working hours behind, what holds time in front, and between them where one can book. */
export function DayLane({ column, reachable, ...rest }: DayLaneProps) {
  const { shown } = rest;
  return (
    <div className="cal-lane">
      {column.hours.map((hours) => (
        <div key={hours.startsAt} className="cal-hours" style={placeOf(hours, shown)} />
      ))}
      <div className="cal-lines" />
      <ol aria-label={column.resource.name}>
        {column.entries.map((entry) =>
          entry.kind === 'slot' ? (
            <SlotBox
              key={entry.key}
              spot={entry.key}
              slot={entry}
              shown={shown}
              resource={column.resource}
              reachable={reachable === entry.key}
            />
          ) : (
            <HeldBox key={entry.key} held={entry} reachable={reachable === entry.key} {...rest} />
          ),
        )}
      </ol>
    </div>
  );
}

interface SlotBoxProps {
  readonly spot: string;
  readonly slot: Stretch;
  readonly shown: Stretch;
  readonly resource: Resource;
  readonly reachable: boolean;
}

/** Free time: a click begins a booking with clinician and time filled in. */
function SlotBox({ spot, slot, shown, resource, reachable }: SlotBoxProps) {
  const say = useWords();
  const formats = useFormats();
  const { book } = useAppointmentDialogs();
  const { startsAt } = slot;
  return (
    <li className="cal-box cal-slot" style={placeOf(slot, shown)}>
      <button
        type="button"
        data-spot={spot}
        tabIndex={reachable ? 0 : -1}
        onClick={() => book({ staffId: resource.id, startsAt })}
      >
        <span className="cal-slot-words">
          <Icon of={Plus} size="small" />
          {say('calendar.bookAt', { time: formats.time(startsAt) })}
        </span>
        <VisuallyHidden> {say('calendar.bookWith', { who: resource.name })}</VisuallyHidden>
      </button>
    </li>
  );
}
