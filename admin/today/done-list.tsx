import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { useFormats } from '../../browser/speech';
import { Card } from '../design/card';
import { Link } from '../design/link';
import { NoteLink } from '../notes/note-link';
import { appointmentPath } from '../paths';
import { ChangedMark } from '../since/changed-mark';
import type { Since } from '../since/use-since';
import { useWords } from '../words';
import type { DeskRights } from './card-act';
import { CardMenu } from './card-menu';
import type { Deciding } from './decisions';
import type { RunAct } from './use-desk-acts';
import { useLine } from './use-line';

interface DoneListProps {
  readonly appointments: readonly AppointmentView[];
  readonly now: number;
  readonly rights: DeskRights;
  readonly reachable: string | undefined;
  /** What others changed meanwhile. */
  readonly changes: Since['changes'];
  readonly onAct: RunAct;
  readonly onDecide: (deciding: Deciding) => void;
}

/** Who is through with the day, the latest on top: small, for it asks for nothing. */
export function DoneList({ appointments, now, reachable, changes, ...rest }: DoneListProps) {
  const formats = useFormats();
  const line = useLine();
  return (
    <Card className="today-done">
      <ul>
        {appointments.map((one) => (
          <li key={one.id} {...(changes.has(one.id) && { 'data-changed': '' })}>
            <span className="num soft small">{formats.time(one.startsAt)}</span>
            <span className="today-done-who">
              <Link
                to={appointmentPath(one.id)}
                className="clip"
                data-card={one.id}
                tabIndex={reachable === one.id ? 0 : -1}
              >
                {one.clientName}
              </Link>
              <ChangedMark change={changes.get(one.id)} />
              <DoneLine appointment={one} text={line(one, now)?.text} />
              <NoteLink appointment={one} rights={rest.rights} plain open />
            </span>
            <CardMenu appointment={one} now={now} tabbable={reachable === one.id} {...rest} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface DoneLineProps {
  readonly appointment: AppointmentView;
  readonly text: string | undefined;
}

/** When the client comes next, where that is known: else what became of it. */
function DoneLine({ appointment: { state, nextVisitAt }, text }: DoneLineProps) {
  const say = useWords();
  const formats = useFormats();
  const next = state === 'completed' && nextVisitAt !== null;
  return (
    <span className="small muted">
      {next ? say('today.line.nextVisit', { when: formats.shortDay(nextVisitAt) }) : text}
    </span>
  );
}
