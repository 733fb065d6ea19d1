import { CalendarClock } from 'lucide-react';
import { type CSSProperties, type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useFormats, useSpeech } from '../../browser/speech';
import { Card } from '../design/card';
import { classes } from '../design/classes';
import { VisuallyHidden } from '../design/visually-hidden';
import { useAppointmentDialogs } from '../schedule/use-appointment-dialogs';
import { useResize } from '../schedule/use-resize';
import { useAction } from '../shell/actions';
import { useWords } from '../words';
import { wallTimeAt } from '../schedule/wall-time';
import { movable } from './day-columns';
import type { DayHandlers } from './day-handlers';
import { DayLane } from './day-lane';
import { type GridColumn, spotsOf } from './grid-columns';
import { useDayFocus } from './use-day-focus';
import { type Drop, useDrag } from './use-drag';
import './calendar.css';

/** A full hour, in minutes from the top. */
export interface HourLine {
  readonly minute: number;
  readonly text: string;
}

interface TimeGridProps extends DayHandlers {
  readonly columns: readonly GridColumn[];
  /** One above each column. */
  readonly heads: readonly ReactNode[];
  readonly hours: readonly HourLine[];
  /** How many are drawn, down. */
  readonly minutes: number;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Where the line of now goes: over all columns, over one of them, or nowhere. */
  readonly nowOver: 'all' | number | undefined;
  readonly graceMinutes: number;
  /** Columns may be as narrow as those of a week. */
  readonly tight?: boolean;
}

/** Hours down, columns across, a line where the day is. */
export function TimeGrid(props: TimeGridProps) {
  const { columns, heads, hours, minutes, now, nowOver, graceMinutes, tight = false, ...handlers } = props;
  const spots = useMemo(() => spotsOf(columns), [columns]);
  const over = typeof nowOver === 'number' ? nowOver : undefined;
  const nowMinute = columns[over ?? 0]?.scale.minuteOf(now) ?? 0;
  const { grid, reachable, onFocus, onKeyDown } = useDayFocus(spots, { at: nowMinute, column: over });
  useMoveKey(columns);
  const { body, dragged, onPointerDown } = useDrag(columns, useDrop(columns));
  const style = {
    '--columns': columns.length,
    '--minutes': minutes,
    '--first': hours[0]?.minute ?? 0,
    ...(tight && { '--least': '104px' }),
  } as CSSProperties;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it listens for its links and buttons: arrow keys move between them
    <div className={classes('cal-scroll', tight && 'cal-tight')} ref={grid} onFocus={onFocus} onKeyDown={onKeyDown}>
      <Card className="cal-grid">
        <div className="cal-heads" style={style}>
          <span />
          {columns.map(({ key }, index) => (
            <div key={key} className="cal-head-place">
              {heads[index]}
            </div>
          ))}
        </div>
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- dragging is never the only way: “Move…” does the same */}
        <div
          className={classes('cal-body', dragged && 'cal-dragging')}
          style={style}
          ref={body}
          {...(handlers.rights.change && { onPointerDown })}
        >
          <HourLabels hours={hours} minutes={minutes} />
          {columns.map((column, index) => (
            <DayLane
              key={column.key}
              column={column}
              now={now}
              graceMinutes={graceMinutes}
              reachable={reachable}
              dragged={dragged}
              isTarget={dragged?.column === index}
              {...handlers}
            />
          ))}
          {nowOver !== undefined && nowMinute >= 0 && nowMinute < minutes && (
            <NowLine key={columns[0]?.key} now={now} minute={nowMinute} over={over} />
          )}
        </div>
      </Card>
    </div>
  );
}

function HourLabels({ hours, minutes }: { readonly hours: readonly HourLine[]; readonly minutes: number }) {
  return (
    <div className="cal-labels num small" aria-hidden>
      {hours
        .filter(({ minute }) => minute > 0 && minute < minutes) // at the very edges half of it would be cut off
        .map(({ minute, text }) => (
          <span key={minute} style={{ '--from': minute } as CSSProperties}>
            {text}
          </span>
        ))}
    </div>
  );
}

interface NowLineProps {
  readonly now: number;
  readonly minute: number;
  /** One column alone. */
  readonly over: number | undefined;
}

/** Where the day is now; it comes into sight by itself when the day is opened. */
function NowLine({ now, minute, over }: NowLineProps) {
  const say = useWords();
  const formats = useFormats();
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = line.current?.getBoundingClientRect();
    if (box && (box.top < 0 || box.bottom > window.innerHeight)) line.current?.scrollIntoView({ block: 'center' });
  }, []);
  const style = { '--from': minute, ...(over !== undefined && { '--over': over, '--span': 1 }) } as CSSProperties;
  return (
    <>
      <div className="cal-now cal-now-dot" ref={line} style={style}>
        <VisuallyHidden>{say('calendar.now', { time: formats.time(now) })}</VisuallyHidden>
      </div>
      <div className="cal-now cal-now-over" style={style} />
    </>
  );
}

/** `m` moves the appointment that has the focus. */
function useMoveKey(columns: readonly GridColumn[]): void {
  const say = useWords();
  const { move } = useAppointmentDialogs();
  const run = () => {
    const key = (document.activeElement as HTMLElement | null)?.dataset['spot'];
    const one = columns.flatMap(({ held }) => held).find((entry) => entry.key === key);
    const appointment = one && movable(one);
    if (appointment) move(appointment.id);
  };
  useAction({ id: 'calendar.move', name: say('calendar.moveKey'), icon: CalendarClock, key: 'm', run });
}

/** What is dragged to another time or column is asked about by “Move…”; what is made longer or shorter is so at once. */
function useDrop(columns: readonly GridColumn[]): (drop: Drop) => void {
  const { zone } = useSpeech();
  const { move } = useAppointmentDialogs();
  const resize = useResize();
  return ({ of, appointment, column, minute, minutes }) => {
    if (of === 'resize') return resize(appointment, minutes);
    const to = columns[column];
    if (to) move(appointment.id, { ...to.drop, start: wallTimeAt(to.scale.instantAt(minute), zone) });
    return undefined;
  };
}
