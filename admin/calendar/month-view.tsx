import { useMemo } from 'react';
import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { useFormats } from '../../browser/speech';
import { classes } from '../design/classes';
import { ClinicianDot, whoColor } from '../design/clinician-dot';
import { Link } from '../design/link';
import { VisuallyHidden } from '../design/visually-hidden';
import { dayPath } from '../paths';
import type { CalendarDay } from '../schedule/day-shape';
import { useWords } from '../words';
import { useDayFocus } from './use-day-focus';
import { isSameMonth } from './views';
import './month.css';

type OneDay = CalendarDay['days'][number];

interface MonthViewProps {
  /** Whole weeks, from Sunday on: how many appointments each day has, and the first of them. */
  readonly overview: CalendarDay;
  /** The day that the calendar stands on; its month is shown. */
  readonly day: string;
  readonly today: string;
}

/** A month of whole weeks. Each day is a link that opens it; the arrow keys walk from one to the next. */
export function MonthView({ overview, day, today }: MonthViewProps) {
  const formats = useFormats();
  const weeks = useMemo(() => weeksOf(overview.days), [overview]);
  const spots = useMemo(() => spotsOf(weeks), [weeks]);
  const week = weeks.findIndex((days) => days.some((one) => one.day === day));
  const weekday = weeks[week]?.findIndex((one) => one.day === day);
  const { grid, reachable, onFocus, onKeyDown } = useDayFocus(spots, { at: week, column: weekday });
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it listens for its links: arrow keys move between them
    <div className="k-table-frame month-frame" ref={grid} onFocus={onFocus} onKeyDown={onKeyDown}>
      <table className="month" aria-label={formats.calendarMonth(day)}>
        <thead>
          <tr>
            {weeks[0]?.map((one) => (
              <th key={one.day} scope="col">
                {formats.calendarWeekday(one.day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((days) => (
            <tr key={days[0]?.day}>
              {days.map((one) => (
                <MonthDay
                  key={one.day}
                  of={one}
                  first={overview.appointments.filter(({ startsAt }) => startsAt >= one.from && startsAt < one.to)}
                  isToday={one.day === today}
                  isOutside={!isSameMonth(one.day, day)}
                  reachable={one.day === reachable}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface MonthDayProps {
  readonly of: OneDay;
  readonly first: readonly AppointmentView[];
  readonly isToday: boolean;
  /** Of the month before or after. */
  readonly isOutside: boolean;
  readonly reachable: boolean;
}

function MonthDay({ of: { day, count }, first, isToday, isOutside, reachable }: MonthDayProps) {
  const say = useWords();
  const formats = useFormats();
  const more = count - first.length;
  return (
    <td className={classes(isToday && 'month-today', isOutside && 'month-outside')}>
      <Link
        to={dayPath(day)}
        className="month-day"
        data-spot={day}
        tabIndex={reachable ? 0 : -1}
        {...(isToday && { 'aria-current': 'date' as const })}
      >
        <span aria-hidden className="month-date num">
          {Number(day.slice(8))}
        </span>
        <VisuallyHidden>
          {formats.calendarDay(day)}
          {', '}
          {say('calendar.count', { count })}
        </VisuallyHidden>
      </Link>
      {count > 0 && (
        <span aria-hidden className="month-count num small">
          {count}
        </span>
      )}
      {first.length > 0 && (
        <ul className="month-first small">
          {first.map(({ id, clientName, startsAt, colour }) => (
            <li key={id}>
              <ClinicianDot who={whoColor(colour)} />
              <span className="num">{formats.time(startsAt)}</span> <span className="clip">{clientName}</span>
            </li>
          ))}
          {more > 0 && <li className="month-more">{say('calendar.more', { count: more })}</li>}
        </ul>
      )}
    </td>
  );
}

function weeksOf(days: readonly OneDay[]): readonly (readonly OneDay[])[] {
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

/** By weekday: up and down a week, left and right a day of the same week. */
const spotsOf = (weeks: readonly (readonly OneDay[])[]) =>
  Array.from({ length: 7 }, (_, weekday) =>
    weeks.flatMap((days, at) => {
      const one = days[weekday];
      return one ? [{ key: one.day, at }] : [];
    }),
  );
