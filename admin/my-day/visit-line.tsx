import { Check, CircleDot, CircleSlash, Clock, DoorOpen, Hourglass, type LucideIcon, UserX } from 'lucide-react';
import { memo } from 'react';
import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { useFormats } from '../../browser/speech';
import { Button } from '../design/button';
import { ButtonLink } from '../design/button-link';
import { classes } from '../design/classes';
import { Link } from '../design/link';
import { NextLine } from '../design/next-line';
import { Pill, type Tone } from '../design/pill';
import { VisuallyHidden } from '../design/visually-hidden';
import { appointmentPath, clientPath, notePath } from '../paths';
import { ChangedMark } from '../since/changed-mark';
import type { Change } from '../since/since-looked';
import type { DeskRights } from '../today/card-act';
import { CardMenu } from '../today/card-menu';
import type { Deciding } from '../today/decisions';
import type { RunAct } from '../today/use-desk-acts';
import { useLine } from '../today/use-line';
import { useWords } from '../words';
import { type VisitStanding, standingOf, thingOf } from './visit-standing';

interface VisitLineProps {
  readonly appointment: AppointmentView;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly graceMinutes: number;
  /** She is seen next: marked, with how long it is until then. */
  readonly isNext: boolean;
  /** What others did to it meanwhile. */
  readonly change: Change | undefined;
  readonly rights: DeskRights;
  readonly busy: boolean;
  /** Whether Tab reaches its link; the arrow keys reach the others. */
  readonly reachable: boolean;
  readonly onAct: RunAct;
  readonly onDecide: (deciding: Deciding) => void;
}

const over: ReadonlySet<VisitStanding> = new Set(['done', 'missed', 'cancelled']);

/** One visit of her day: when, who, how far, what happens next, and the one thing to do. */
export const VisitLine = memo(function VisitLine(props: VisitLineProps) {
  const { appointment, now, graceMinutes, isNext, change, rights, reachable, onAct, onDecide } = props;
  const say = useWords();
  const formats = useFormats();
  const line = useLine()(appointment, now);
  const { id, clientId, clientName, pronouns, startsAt, typeName, modality, roomName, firstVisit } = appointment;
  const standing = standingOf(appointment, now, graceMinutes);
  const where = modality === 'telehealth' ? say('schedule.modality.telehealth') : roomName;
  const facts = [typeName, where, firstVisit && say('today.firstVisit')].filter(Boolean).join(' · ');
  return (
    <li
      className={classes('my-day-visit', isNext && 'my-day-next', standing === 'in_session' && 'my-day-now')}
      {...(change && { 'data-changed': change })}
    >
      <Link
        to={appointmentPath(id)}
        className="my-day-time num strong"
        data-card={id}
        tabIndex={reachable ? 0 : -1}
        aria-keyshortcuts="i"
      >
        {formats.time(startsAt)}
        <VisuallyHidden>
          {', '}
          {say('today.appointmentOf', { name: clientName })}
        </VisuallyHidden>
      </Link>
      <div className="my-day-who">
        <div className="my-day-name">
          <Link to={clientPath(clientId)} className="strong">
            {clientName}
          </Link>
          <ChangedMark change={change} />
          {pronouns !== null && <span className="small muted">{pronouns}</span>}
          <Standing appointment={appointment} standing={standing} />
          {isNext && <Until startsAt={startsAt} now={now} />}
        </div>
        <div className="small soft">{facts}</div>
        {line && !over.has(standing) && <NextLine tone={line.care ? 'care' : 'plain'}>{line.text}</NextLine>}
      </div>
      <Thing {...props} />
      <CardMenu
        appointment={appointment}
        now={now}
        rights={rights}
        tabbable={reachable}
        onAct={onAct}
        onDecide={onDecide}
      />
    </li>
  );
});

const looks: Readonly<Record<VisitStanding, readonly [Tone, LucideIcon]>> = {
  requested: ['info', Clock],
  expected: ['plain', Clock],
  missing: ['care', UserX],
  here: ['accent', Hourglass],
  in_session: ['live', CircleDot],
  checkout: ['info', DoorOpen],
  done: ['good', Check],
  missed: ['plain', UserX],
  cancelled: ['plain', CircleSlash],
};

interface StandingProps {
  readonly appointment: AppointmentView;
  readonly standing: VisitStanding;
}

function Standing({ appointment: { visit, state }, standing }: StandingProps) {
  const say = useWords();
  const formats = useFormats();
  const [tone, icon] = looks[standing];
  const words = () => {
    if (standing === 'here' && visit) return say('myDay.standing.hereSince', { time: formats.time(visit.arrivedAt) });
    if (standing === 'in_session' && visit && visit.beganAt !== null)
      return say('myDay.standing.sessionSince', { time: formats.time(visit.beganAt) });
    if (standing === 'expected' && state === 'confirmed') return say('myDay.standing.confirmed');
    return say(`myDay.standing.${standing}`);
  };
  return (
    <Pill tone={tone} icon={icon}>
      <span className="num">{words()}</span>
    </Pill>
  );
}

const minuteMs = 60_000;

/** How long it is until she is seen, or by how much that is late. */
function Until({ startsAt, now }: { readonly startsAt: number; readonly now: number }) {
  const say = useWords();
  const formats = useFormats();
  const minutes = Math.floor((now - startsAt) / minuteMs);
  return (
    <span className="my-day-until small num">
      {minutes < 0
        ? say('myDay.next', { when: formats.fromNow(startsAt, now) })
        : say('myDay.nextLate', { count: minutes })}
    </span>
  );
}

function Thing({ appointment, now, rights, busy, onAct }: VisitLineProps) {
  const say = useWords();
  const thing = thingOf(appointment, rights, now);
  if (!thing) return <span />;
  const whom = (
    <VisuallyHidden>
      {', '}
      {appointment.clientName}
    </VisuallyHidden>
  );
  if (thing.kind === 'note')
    return (
      <ButtonLink to={notePath(thing.visitId)} size="small">
        {say(`myDay.note.${thing.step}`)}
        {whom}
      </ButtonLink>
    );
  return (
    <Button size="small" busy={busy} onClick={() => void onAct(appointment, thing.act)}>
      {say(`today.acts.${thing.act}`)}
      {whom}
    </Button>
  );
}
