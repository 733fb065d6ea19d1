import { useMemo } from 'react';
import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { useFormats } from '../../browser/speech';
import { Card } from '../design/card';
import { classes } from '../design/classes';
import { ClinicianDot, whoColor } from '../design/clinician-dot';
import { Link } from '../design/link';
import { appointmentPath, dayPath } from '../paths';
import { CardMenu } from '../today/card-menu';
import { useWords } from '../words';
import type { Held } from './day-columns';
import type { GridProps } from './day-grid';
import { useDayFocus } from './use-day-focus';
import { useEventState } from './use-event-state';
import { useHeldWords } from './use-held-words';
import { type WeekColumn, agendaOf } from './week-columns';
import './agenda.css';

interface AgendaViewProps extends GridProps {
  readonly today: string;
  /** A day on which nothing is, is shown too. */
  readonly everyDay: boolean;
}

/** Days to read one after the other: what is on each, in the order of time. Up and down move from one to the next. */
export function AgendaView({ day: range, resources, today, everyDay, ...rest }: AgendaViewProps) {
  const days = useMemo(
    () => agendaOf(range, resources).filter(({ held }) => everyDay || held.length > 0),
    [range, resources, everyDay],
  );
  const spots = useMemo(
    () => [
      days
        .flatMap(({ held }) => held)
        .filter(({ kind }) => kind === 'appointment')
        .map(({ key, startsAt }) => ({ key, at: startsAt })),
    ],
    [days],
  );
  const { grid, reachable, onFocus, onKeyDown } = useDayFocus(spots, { at: rest.now });
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it listens for its links: arrow keys move between them
    <div className="agenda" ref={grid} onFocus={onFocus} onKeyDown={onKeyDown}>
      {days.map((one) => (
        <AgendaDay
          key={one.day}
          of={one}
          isToday={one.day === today}
          many={resources.length > 1}
          reachable={reachable}
          {...rest}
        />
      ))}
    </div>
  );
}

type RowProps = Omit<GridProps, 'day' | 'resources'> & {
  /** More than one is shown: each says whose it is. */
  readonly many: boolean;
  readonly reachable: string | undefined;
};

function AgendaDay({ of, isToday, ...rest }: RowProps & { readonly of: WeekColumn; readonly isToday: boolean }) {
  const say = useWords();
  const formats = useFormats();
  const id = `agenda-${of.day}`;
  return (
    <Card as="section" aria-labelledby={id} className="agenda-day">
      <h2 id={id} className="agenda-head">
        <Link to={dayPath(of.day)}>{formats.calendarDay(of.day)}</Link>
        {isToday && <span className="agenda-today small">{say('calendar.isToday')}</span>}
      </h2>
      {of.held.length === 0 ? (
        <p className="agenda-none muted">{say('calendar.nothing')}</p>
      ) : (
        <ol>
          {of.held.map((held) =>
            held.kind === 'appointment' ? (
              <AppointmentRow key={held.key} spot={held.key} appointment={held.appointment} {...rest} />
            ) : (
              <HeldRow key={held.key} held={held} />
            ),
          )}
        </ol>
      )}
    </Card>
  );
}

function AppointmentRow(props: RowProps & { readonly spot: string; readonly appointment: AppointmentView }) {
  const { spot, appointment, many, reachable, now, graceMinutes, rights, onAct, onDecide } = props;
  const formats = useFormats();
  const { text, look } = useEventState(graceMinutes)(appointment, now);
  const { id, clientName, typeName, clinicianName, startsAt, endsAt, colour } = appointment;
  const isReached = reachable === spot;
  return (
    <li className={classes('agenda-row', `cal-event-${look}`)}>
      <span className="agenda-time num">{formats.timeRange(startsAt, endsAt)}</span>
      <span className="agenda-who">
        <ClinicianDot who={whoColor(colour)} />
        <Link
          to={appointmentPath(id)}
          className="agenda-link strong"
          data-spot={spot}
          data-appointment={id}
          tabIndex={isReached ? 0 : -1}
        >
          {clientName}
        </Link>
      </span>
      <span className="agenda-what muted">{many ? `${typeName} · ${clinicianName}` : typeName}</span>
      <span className="agenda-state small">{text}</span>
      <CardMenu
        appointment={appointment}
        now={now}
        rights={rights}
        tabbable={isReached}
        onAct={onAct}
        onDecide={onDecide}
      />
    </li>
  );
}

/** Time that is kept free, or taken by what may not be seen. */
function HeldRow({ held }: { readonly held: Held }) {
  const formats = useFormats();
  const wordsOf = useHeldWords();
  return (
    <li className="agenda-row agenda-held">
      <span className="agenda-time num">{formats.timeRange(held.startsAt, held.endsAt)}</span>
      <span className="agenda-who muted">{wordsOf(held)}</span>
    </li>
  );
}
