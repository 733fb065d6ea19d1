import { useId } from 'react';
import type { OpeningView } from '../../api/schedule/calendar.contract';
import { useMay } from '../../browser/session/use-session';
import { useFormats } from '../../browser/speech';
import { usePractice } from '../data/use-practice';
import { Card } from '../design/card';
import { ClinicianDot, whoColor } from '../design/clinician-dot';
import { Link } from '../design/link';
import { VisuallyHidden } from '../design/visually-hidden';
import { useAppointmentDialogs } from '../schedule/use-appointment-dialogs';
import { useOpenings } from '../schedule/use-openings';
import { useWords } from '../words';
import './today.css';

interface FreeCardProps {
  readonly day: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** One clinician's time alone. */
  readonly only: string | undefined;
}

const mostShown = 4;

/** What can still be booked today, or on the next day that has any time; one click books there. */
export function FreeCard({ day, now, only }: FreeCardProps) {
  const say = useWords();
  const formats = useFormats();
  const id = useId();
  const found = useOpenings(day, now);
  if (!found) return null;
  const openings = found.openings.filter(
    ({ clinicianId, endsAt }) => endsAt > now && (only === undefined || clinicianId === only),
  );
  const title =
    found.day === day ? say('today.free.today') : say('today.free.day', { day: formats.calendarDay(found.day) });
  return (
    <Card as="section" className="today-aside" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {openings.length === 0 ? (
        <p className="small muted">{say('today.free.none')}</p>
      ) : (
        <ul className="today-lines">
          {openings.slice(0, mostShown).map((opening) => (
            <OpeningLine
              key={`${opening.clinicianId} ${opening.startsAt}`}
              opening={opening}
              named={only === undefined}
            />
          ))}
        </ul>
      )}
      <Link className="small" to={`/calendar?day=${found.day}`}>
        {say('today.free.all')}
      </Link>
    </Card>
  );
}

interface OpeningLineProps {
  readonly opening: OpeningView;
  /** Whose time it is has to be said. */
  readonly named: boolean;
}

function OpeningLine({ opening, named }: OpeningLineProps) {
  const say = useWords();
  const formats = useFormats();
  const { book } = useAppointmentDialogs();
  const mayBook = useMay('schedule.change');
  const { clinicianId, startsAt, minutes } = opening;
  const clinician = usePractice()?.staff.find(({ id }) => id === clinicianId);
  const time = formats.time(startsAt);
  const words = (
    <>
      <span className="num">{time}</span>
      <span className="muted num right">{say('today.minutes', { minutes })}</span>
      {named && (
        <span className="today-line-who">
          <ClinicianDot who={whoColor(clinician?.colour ?? 5)} />
          <span className="clip">{clinician?.shortName}</span>
        </span>
      )}
    </>
  );
  return (
    <li>
      {mayBook ? (
        <button type="button" className="today-line" onClick={() => book({ staffId: clinicianId, startsAt })}>
          {words}
          <VisuallyHidden>{say('today.free.book')}</VisuallyHidden>
        </button>
      ) : (
        <span className="today-line">{words}</span>
      )}
    </li>
  );
}
