import { memo } from 'react';
import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { useFormats } from '../../browser/speech';
import { Button } from '../design/button';
import { Card } from '../design/card';
import { ClinicianDot, whoColor } from '../design/clinician-dot';
import { Link } from '../design/link';
import { NextLine } from '../design/next-line';
import { VisuallyHidden } from '../design/visually-hidden';
import { NoteLink } from '../notes/note-link';
import { appointmentPath, clientPath } from '../paths';
import { ChangedMark } from '../since/changed-mark';
import type { Change } from '../since/since-looked';
import { useWords } from '../words';
import { type DeskRights, actOf, canSee } from './card-act';
import { CardMenu } from './card-menu';
import type { Deciding } from './decisions';
import type { RunAct } from './use-desk-acts';
import { useLine } from './use-line';
import { VisitPills } from './visit-pills';

export interface VisitCardProps {
  readonly appointment: AppointmentView;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Expected, and not come. */
  readonly missing: boolean;
  /** On her own day the clinician needs no name of hers. */
  readonly mine: boolean;
  readonly rights: DeskRights;
  readonly busy: boolean;
  /** Of the copay, still to be taken. */
  readonly copayCents?: number | undefined;
  /** What others did to it meanwhile. */
  readonly change?: Change | undefined;
  readonly reachable: boolean;
  readonly onAct: RunAct;
  readonly onDecide: (deciding: Deciding) => void;
}

/** What the card has a button for. */
const besides = ['see'] as const;
const besidesMissing = ['see', 'missed'] as const;

/** One person of the day: when, who, with whom, what happens next, and the one thing to do. */
export const VisitCard = memo(function VisitCard(props: VisitCardProps) {
  const { appointment, now, missing, mine, change, reachable, copayCents } = props;
  const say = useWords();
  const formats = useFormats();
  const { id, clientId, clientName, pronouns, clinicianName, colour, startsAt, minutes, roomName } = appointment;
  return (
    <Card as="article" className="today-card" changed={change !== undefined} {...(missing && { edge: 'care' })}>
      <div className="row between">
        <Link
          to={appointmentPath(id)}
          className="today-time num strong"
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
        <ChangedMark change={change} />
        <span className="today-corner">
          <span className="small muted num">{say('today.minutes', { minutes })}</span>
          <CardMenu {...props} without={missing ? besidesMissing : besides} />
        </span>
      </div>
      <div className="today-name">
        <Link to={clientPath(clientId)} className="strong clip">
          {clientName}
        </Link>
        {pronouns !== null && <span className="small muted">{pronouns}</span>}
      </div>
      {!mine && (
        <div className="row small soft">
          <ClinicianDot who={whoColor(colour)} />
          <span className="clip">{clinicianName}</span>
          {roomName !== null && <span className="muted clip">{roomName}</span>}
        </div>
      )}
      <VisitPills appointment={appointment} missing={missing} now={now} copayCents={copayCents} />
      <Foot {...props} />
    </Card>
  );
});

/** What happens next, and the button that a person has for it. */
function Foot({ appointment, now, missing, rights, busy, onAct, onDecide }: VisitCardProps) {
  const say = useWords();
  const line = useLine()(appointment, now);
  const act = actOf(appointment, rights);
  const name = appointment.clientName;
  const sees = canSee(appointment, rights);
  return (
    <div className="today-foot">
      {line && (
        <NextLine tone={line.care ? 'care' : 'plain'}>
          {line.text}
          {line.hurry && rights.change && (
            <>
              {' · '}
              <button type="button" className="today-inline" onClick={() => void onAct(appointment, 'send_now')}>
                {say('today.acts.send_now')}
                <Whom name={name} />
              </button>
            </>
          )}
        </NextLine>
      )}
      <div className="today-acts">
        {missing && rights.change && (
          <Button size="small" onClick={() => onDecide({ what: 'missed', appointment })}>
            {say('today.acts.miss')}
            <Whom name={name} />
          </Button>
        )}
        {sees && (
          <Button size="small" busy={busy} onClick={() => void onAct(appointment, 'see')}>
            {say('today.acts.see')}
            <Whom name={name} />
          </Button>
        )}
        {act && (
          <Button size="small" busy={busy} onClick={() => void onAct(appointment, act)}>
            {say(`today.acts.${act}`)}
            <Whom name={name} />
          </Button>
        )}
        {!act && <NoteLink appointment={appointment} rights={rights} size="small" open />}
      </div>
    </div>
  );
}

/** Whose button it is, for those who hear the page. */
const Whom = ({ name }: { readonly name: string }) => (
  <VisuallyHidden>
    {', '}
    {name}
  </VisuallyHidden>
);
