import { useId, useState } from 'react';
import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { useFormats } from '../../browser/speech';
import { usePractice } from '../data/use-practice';
import { Button } from '../design/button';
import { Card } from '../design/card';
import { Link } from '../design/link';
import { Skeleton } from '../design/skeleton';
import { notePath } from '../paths';
import { useWorkTimes } from '../work/use-work-times';
import { useWords } from '../words';
import type { useUnsigned } from './use-unsigned';
import '../today/today.css';

interface UnsignedCardProps {
  readonly unsigned: ReturnType<typeof useUnsigned>;
  /** Epoch milliseconds. */
  readonly now: number;
}

const mostShown = 6;

/** Notes that she owes, the oldest first, each with its age and by when it must be signed. */
export function UnsignedCard({ unsigned: { visits, total }, now }: UnsignedCardProps) {
  const say = useWords();
  const id = useId();
  const [all, setAll] = useState(false);
  const shown = all ? visits : visits?.slice(0, mostShown);
  return (
    <Card as="section" className="today-aside" aria-labelledby={id}>
      <h2 id={id} className="row between">
        <span>{say('myDay.unsigned.title')}</span>
        {visits && <span className="muted small num">{total}</span>}
      </h2>
      {!visits && <Skeleton shape="lines" count={3} />}
      {visits?.length === 0 && <p className="small muted">{say('myDay.unsigned.none')}</p>}
      {shown && shown.length > 0 && (
        <ul className="today-lines">
          {shown.map((one) => (
            <UnsignedLine key={one.id} visit={one} now={now} />
          ))}
        </ul>
      )}
      {visits && visits.length > mostShown && !all && (
        <div>
          <Button size="small" onClick={() => setAll(true)}>
            {say('myDay.unsigned.all', { count: visits.length })}
          </Button>
        </div>
      )}
    </Card>
  );
}

const hourMs = 3_600_000;

function UnsignedLine({ visit: of, now }: { readonly visit: AppointmentView; readonly now: number }) {
  const say = useWords();
  const formats = useFormats();
  const times = useWorkTimes(now);
  const graceHours = usePractice()?.policy.noteGraceHours;
  const { visit, clientName, startsAt, endsAt } = of;
  if (!visit) return null;
  const ended = visit.endedAt ?? endsAt;
  const dueAt = graceHours === undefined ? null : ended + graceHours * hourMs;
  const due = times.due(dueAt);
  return (
    <li>
      <div className="row between">
        <Link to={notePath(visit.id)} className="clip">
          {clientName}
        </Link>
        <span className="small muted num nowrap">{formats.fromNow(ended, now)}</span>
      </div>
      <div className="small muted num">
        {say('myDay.unsigned.visit', { day: formats.shortDay(startsAt) })}
        {visit.note === 'draft' && ` · ${say('notes.states.draft')}`}
        {due && (
          <>
            {' · '}
            <span className={due.late ? 'care' : ''}>
              {due.late && dueAt !== null ? say('myDay.unsigned.overdue', { day: formats.shortDay(dueAt) }) : due.text}
            </span>
          </>
        )}
      </div>
    </li>
  );
}
