import { useMemo } from 'react';
import { useFormats, useSpeech } from '../../browser/speech';
import { classes } from '../design/classes';
import { Link } from '../design/link';
import { VisuallyHidden } from '../design/visually-hidden';
import { dayPath } from '../paths';
import { useWords } from '../words';
import type { GridProps } from './day-grid';
import { bookFrom, freeSlots } from './free-slots';
import { gridColumn } from './grid-columns';
import { clockHours, scaleOfClock } from './scale';
import { TimeGrid } from './time-grid';
import { weekColumns } from './week-columns';
import './calendar.css';

/** A week with a column for each day; nine in the morning stands at one height on all of them. */
export function WeekGrid({ day: range, resources, now, ...rest }: GridProps) {
  const formats = useFormats();
  const { zone } = useSpeech();
  const columns = useMemo(() => weekColumns(range, resources), [range, resources]);
  const shown = useMemo(
    () =>
      clockHours(
        columns.map((column) => ({ ...column, stretches: [...column.hours, ...column.held] })),
        zone,
      ),
    [columns, zone],
  );
  const from = rest.rights.change ? bookFrom(now) : undefined;
  const staffId = resources.length === 1 && resources[0]?.colour !== undefined ? resources[0].id : undefined;
  const books = from !== undefined && resources.some(({ colour }) => colour !== undefined);
  const drawn = useMemo(
    () =>
      columns.map((column) => {
        const scale = scaleOfClock(column, shown, zone);
        const within = { startsAt: scale.instantAt(0), endsAt: scale.instantAt(scale.minutes) };
        const name = formats.calendarDay(column.day);
        return gridColumn({
          key: column.day,
          label: name,
          scale,
          hours: column.hours,
          held: column.held,
          slots: books ? freeSlots(within, column.held, from) : [],
          staffId,
          drop: {},
          slotOf: name,
        });
      }),
    [columns, shown, zone, books, from, staffId, formats],
  );
  const today = columns.findIndex((column) => now >= column.from && now < column.to);
  return (
    <TimeGrid
      {...rest}
      columns={drawn}
      heads={columns.map(({ day }, index) => (
        <WeekHead key={day} day={day} isToday={index === today} />
      ))}
      hours={hoursOnClock(shown.first, shown.last).map((minute) => ({
        minute: minute - shown.first,
        text: formats.wallTime(clockText(minute)).replace(':00', ''),
      }))}
      minutes={shown.last - shown.first}
      now={now}
      nowOver={today < 0 ? undefined : today}
      tight
    />
  );
}

/** Every full hour within what is drawn, in minutes of the day. */
const hoursOnClock = (first: number, last: number): readonly number[] =>
  Array.from({ length: 24 }, (_, hour) => hour * 60).filter((minute) => minute >= first && minute <= last);

const clockText = (minute: number): string => `${String(minute / 60).padStart(2, '0')}:00`;

/** The day, which opens alone. */
function WeekHead({ day, isToday }: { readonly day: string; readonly isToday: boolean }) {
  const say = useWords();
  const formats = useFormats();
  return (
    <h2 className={classes('cal-head', isToday && 'cal-head-today')}>
      <Link to={dayPath(day)} className="clip" {...(isToday && { 'aria-current': 'date' as const })}>
        {formats.calendarDay(day)}
        {isToday && <VisuallyHidden> {say('calendar.isToday')}</VisuallyHidden>}
      </Link>
    </h2>
  );
}
