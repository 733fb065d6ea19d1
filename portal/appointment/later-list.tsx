import { useId } from 'react';
import { Button } from '../../admin/design/button';
import { Card } from '../../admin/design/card';
import { VisuallyHidden } from '../../admin/design/visually-hidden';
import { useFormats, useSpeech } from '../../browser/speech';
import { useWords } from '../words';
import type { PracticeFacts } from './appointment-card';
import { practiceClock } from './practice-clock';
import { type ShownAppointment, mayConfirm, standingOf } from './standing';
import { StandingPill } from './standing-pill';
import { useWhen } from './use-when';
import './appointment.css';

export interface LaterAppointment extends ShownAppointment {
  readonly forWhom?: string | undefined;
}

interface LaterListProps {
  readonly title: string;
  readonly appointments: readonly LaterAppointment[];
  readonly practice: PracticeFacts;
  readonly now: number;
  /** The one that is being confirmed. */
  readonly busy: string | undefined;
  readonly onConfirm: (id: string) => void;
}

/** The appointments after the next one, a line each. */
export function LaterList({ title, appointments, practice, now, busy, onConfirm }: LaterListProps) {
  const id = useId();
  if (appointments.length === 0) return null;
  return (
    <section className="portal-later" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <Card>
        <ul>
          {appointments.map((one) => (
            <Later
              key={one.id}
              appointment={one}
              practice={practice}
              now={now}
              busy={busy === one.id}
              onConfirm={onConfirm}
            />
          ))}
        </ul>
      </Card>
    </section>
  );
}

interface LaterProps extends Pick<LaterListProps, 'practice' | 'now' | 'onConfirm'> {
  readonly appointment: LaterAppointment;
  readonly busy: boolean;
}

function Later({ appointment, practice, now, busy, onConfirm }: LaterProps) {
  const say = useWords();
  const formats = useFormats();
  const when = useWhen();
  const { zone, language } = useSpeech();
  const { id, startsAt, clinicianName, minutes, modality, forWhom } = appointment;
  const clock = practiceClock(startsAt, { own: zone, practice: practice.zone }, language);
  return (
    <li>
      <div className="grow">
        <strong className="num">{formats.dayTime(startsAt)}</strong>
        <div className="small muted">
          {forWhom !== undefined && <div>{say('portal.forWhom', { name: forWhom })}</div>}
          {say('portal.with', { clinician: clinicianName, minutes })}
          {' · '}
          {say(`portal.modality.${modality}`)}
          {clock && <div>{say('portal.there', { time: clock.time, practice: clock.practice })}</div>}
        </div>
      </div>
      {mayConfirm(appointment, now) ? (
        <Button busy={busy} onClick={() => onConfirm(id)}>
          {say('portal.confirm')}
          <VisuallyHidden>{say('portal.confirmWhich', { when: when(startsAt) })}</VisuallyHidden>
        </Button>
      ) : (
        <StandingPill standing={standingOf(appointment, now)} />
      )}
    </li>
  );
}
