import { CalendarClock } from 'lucide-react';
import { type CSSProperties, useEffect, useMemo, useRef } from 'react';
import { useFormats } from '../../browser/speech';
import { Card } from '../design/card';
import { ClinicianDot, whoColor } from '../design/clinician-dot';
import { VisuallyHidden } from '../design/visually-hidden';
import type { CalendarDay } from '../schedule/day-shape';
import { useAppointmentDialogs } from '../schedule/use-appointment-dialogs';
import { useAction } from '../shell/actions';
import { useWords } from '../words';
import { type DayColumn, type Resource, dayColumns } from './day-columns';
import type { DayHandlers } from './day-handlers';
import { DayLane } from './day-lane';
import { gridColumns, spotsOf } from './grid-columns';
import { placeOf } from './grid-place';
import { type Stretch, hoursWithin, shownHours } from './shown-hours';
import { useDayFocus } from './use-day-focus';
import './calendar.css';

interface DayGridProps extends DayHandlers {
  readonly day: CalendarDay;
  readonly resources: readonly Resource[];
  /** Epoch milliseconds. */
  readonly now: number;
  readonly graceMinutes: number;
}

const halfMs = 30 * 60_000;

/** A day with a column for each: hours down, people across, a line where the day is. */
export function DayGrid({ day, resources, now, graceMinutes, ...handlers }: DayGridProps) {
  const columns = useMemo(() => dayColumns(day, resources), [day, resources]);
  const shown = useMemo(
    () =>
      shownHours(
        day,
        columns.flatMap(({ hours, held }) => [...hours, ...held]),
      ),
    [day, columns],
  );
  const bookFrom = handlers.rights.change ? Math.floor(now / halfMs) * halfMs : undefined;
  const drawn = useMemo(() => gridColumns(columns, shown, bookFrom), [columns, shown, bookFrom]);
  const spots = useMemo(() => spotsOf(drawn), [drawn]);
  const { grid, reachable, onFocus, onKeyDown } = useDayFocus(spots, now);
  useMoveKey(drawn.flatMap(({ held }) => held));
  const minutes = (shown.endsAt - shown.startsAt) / 60_000;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it listens for its links and buttons: arrow keys move between them
    <div className="cal-scroll" ref={grid} onFocus={onFocus} onKeyDown={onKeyDown}>
      <Card className="cal-grid">
        <div className="cal-heads" style={{ '--columns': columns.length } as CSSProperties}>
          <span />
          {columns.map((column) => (
            <Head key={column.resource.id} column={column} />
          ))}
        </div>
        <div
          className="cal-body"
          style={
            {
              '--columns': columns.length,
              '--minutes': minutes,
              '--first': firstLine(day, shown),
            } as CSSProperties
          }
        >
          <HourLabels day={day} shown={shown} />
          {drawn.map((column) => (
            <DayLane
              key={column.resource.id}
              column={column}
              shown={shown}
              now={now}
              graceMinutes={graceMinutes}
              reachable={reachable}
              {...handlers}
            />
          ))}
          <NowLine key={day.day} now={now} shown={shown} />
        </div>
      </Card>
    </div>
  );
}

/** Minutes from the top to the first full hour: where its line is drawn, and one for every hour after. */
const firstLine = (day: CalendarDay, shown: Stretch): number =>
  ((hoursWithin(day, shown)[0] ?? shown.startsAt) - shown.startsAt) / 60_000;

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

function HourLabels({ day, shown }: { readonly day: CalendarDay; readonly shown: Stretch }) {
  const formats = useFormats();
  // not at the very edges, where half of it would be cut off
  const labelled = hoursWithin(day, shown).filter((at) => at > shown.startsAt && at < shown.endsAt);
  return (
    <div className="cal-labels num small" aria-hidden>
      {labelled.map((at) => (
        <span key={at} style={placeOf({ startsAt: at, endsAt: at }, shown)}>
          {formats.time(at).replace(':00', '')}
        </span>
      ))}
    </div>
  );
}

/** Where the day is now; it comes into sight by itself when the day is opened. */
function NowLine({ now, shown }: { readonly now: number; readonly shown: Stretch }) {
  const say = useWords();
  const formats = useFormats();
  const line = useRef<HTMLDivElement>(null);
  const within = now >= shown.startsAt && now < shown.endsAt;
  useEffect(() => {
    const box = line.current?.getBoundingClientRect();
    if (box && (box.top < 0 || box.bottom > window.innerHeight)) line.current?.scrollIntoView({ block: 'center' });
  }, []);
  if (!within) return null;
  const place = placeOf({ startsAt: now, endsAt: now }, shown);
  return (
    <>
      <div className="cal-now cal-now-dot" ref={line} style={place}>
        <VisuallyHidden>{say('calendar.now', { time: formats.time(now) })}</VisuallyHidden>
      </div>
      <div className="cal-now cal-now-over" style={place} />
    </>
  );
}

/** `m` moves the appointment that has the focus. */
function useMoveKey(held: readonly DayColumn['held'][number][]): void {
  const say = useWords();
  const { move } = useAppointmentDialogs();
  const run = () => {
    const key = (document.activeElement as HTMLElement | null)?.dataset['spot'];
    const one = held.find((entry) => entry.key === key);
    if (one?.kind !== 'appointment') return;
    if (one.appointment.state === 'scheduled' || one.appointment.state === 'confirmed') move(one.appointment.id);
  };
  useAction({ id: 'calendar.move', name: say('calendar.moveKey'), icon: CalendarClock, key: 'm', run });
}
