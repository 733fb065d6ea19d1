import { useMemo } from 'react';
import { useFormats } from '../../browser/speech';
import { ClinicianDot, whoColor } from '../design/clinician-dot';
import type { CalendarDay } from '../schedule/day-shape';
import { useWords } from '../words';
import { type DayColumn, type Resource, dayColumns } from './day-columns';
import type { DayHandlers } from './day-handlers';
import { bookFrom, freeSlots } from './free-slots';
import { gridColumn } from './grid-columns';
import { scaleOfTime } from './scale';
import { hoursWithin, shownHours } from './shown-hours';
import { TimeGrid } from './time-grid';
import './calendar.css';

export interface GridProps extends DayHandlers {
  readonly day: CalendarDay;
  readonly resources: readonly Resource[];
  /** Epoch milliseconds. */
  readonly now: number;
  readonly graceMinutes: number;
}

/** A day with a column for each. */
export function DayGrid({ day, resources, now, ...rest }: GridProps) {
  const say = useWords();
  const formats = useFormats();
  const columns = useMemo(() => dayColumns(day, resources), [day, resources]);
  const shown = useMemo(
    () =>
      shownHours(
        day,
        columns.flatMap(({ hours, held }) => [...hours, ...held]),
      ),
    [day, columns],
  );
  const from = rest.rights.change ? bookFrom(now) : undefined;
  const drawn = useMemo(() => {
    const scale = scaleOfTime(shown);
    return columns.map(({ resource, hours, held }) =>
      gridColumn({
        key: resource.id,
        label: resource.name,
        scale,
        hours,
        held,
        // a booking begins with a clinician; the room is chosen with it
        slots: from === undefined || resource.colour === undefined ? [] : freeSlots(shown, held, from),
        staffId: resource.id,
        drop: resource.colour === undefined ? { roomId: resource.id } : { clinicianId: resource.id },
        slotOf: say('calendar.bookWith', { who: resource.name }),
      }),
    );
  }, [columns, shown, from, say]);
  return (
    <TimeGrid
      {...rest}
      columns={drawn}
      heads={columns.map((column) => (
        <Head key={column.resource.id} column={column} />
      ))}
      hours={hoursWithin(day, shown).map((at) => ({
        minute: (at - shown.startsAt) / 60_000,
        text: formats.time(at).replace(':00', ''),
      }))}
      minutes={(shown.endsAt - shown.startsAt) / 60_000}
      now={now}
      nowOver={now >= day.from && now < day.to ? 'all' : undefined}
    />
  );
}

function Head({ column: { resource, hours } }: { readonly column: DayColumn }) {
  const say = useWords();
  const { name, colour } = resource;
  return (
    <h2 className="cal-head">
      {colour !== undefined && <ClinicianDot who={whoColor(colour)} />}
      <span className="clip">{name}</span>
      {colour !== undefined && hours.length === 0 && <span className="cal-off small muted">{say('calendar.off')}</span>}
    </h2>
  );
}
