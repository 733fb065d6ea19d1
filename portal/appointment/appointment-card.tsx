import { Bell, Check } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from '../../admin/design/button';
import { Card } from '../../admin/design/card';
import { Icon } from '../../admin/design/icon';
import { NextLine } from '../../admin/design/next-line';
import { useFormats, useSpeech } from '../../browser/speech';
import { useWords } from '../words';
import { CalendarButton } from './calendar-button';
import { ChangeLine } from './change-line';
import { practiceClock } from './practice-clock';
import { type ShownAppointment, isAhead, mayConfirm, standingOf } from './standing';
import { ModalityPill, StandingPill } from './standing-pill';
import { useWhen } from './use-when';
import './appointment.css';

export interface PracticeFacts {
  readonly phone: string | null;
  readonly zone: string;
}

interface AppointmentCardProps {
  readonly appointment: ShownAppointment;
  readonly practice: PracticeFacts;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly forWhom?: string | undefined;
  /** The next message about it. */
  readonly next?: { readonly channel: 'sms' | 'email'; readonly due: number } | null;
  /** It was confirmed just now, here. */
  readonly thanked: boolean;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly problem?: ReactNode;
}

/** One appointment, with all that a client needs of it. */
export function AppointmentCard(props: AppointmentCardProps) {
  const { appointment, practice, now, forWhom, next, thanked, busy, onConfirm, problem } = props;
  const say = useWords();
  const formats = useFormats();
  const id = useId();
  const when = useRef<HTMLHeadingElement>(null);
  const ahead = isAhead(appointment, now);
  useEffect(() => {
    if (thanked) when.current?.focus(); // the button that had the focus is gone
  }, [thanked]);
  return (
    <Card as="article" className="portal-appointment" aria-labelledby={id}>
      <div className="row between wrap">
        <ModalityPill {...appointment} />
        <StandingPill standing={standingOf(appointment, now)} />
      </div>
      <h2 className="portal-when num" id={id} ref={when} tabIndex={-1}>
        {formats.dayTime(appointment.startsAt)}
      </h2>
      <With appointment={appointment} practiceZone={practice.zone} forWhom={forWhom} />
      {problem}
      <output className="portal-thanks">{thanked && <Thanks at={appointment.startsAt} />}</output>
      {mayConfirm(appointment, now) && (
        <Button kind="primary" size="big" wide busy={busy} onClick={onConfirm}>
          {say('portal.confirm')}
        </Button>
      )}
      {ahead && (
        <CalendarButton appointment={appointment} phone={practice.phone} kind={thanked ? 'plain' : 'quiet'} wide />
      )}
      {ahead && <ChangeLine appointment={appointment} phone={practice.phone} now={now} />}
      {ahead && next && <Reminded {...next} />}
    </Card>
  );
}

interface WithProps {
  readonly appointment: ShownAppointment;
  readonly practiceZone: string;
  readonly forWhom: string | undefined;
}

function With({ appointment: { startsAt, clinicianName, minutes }, practiceZone, forWhom }: WithProps) {
  const say = useWords();
  const { zone, language } = useSpeech();
  const clock = practiceClock(startsAt, { own: zone, practice: practiceZone }, language);
  return (
    <div className="soft">
      {forWhom !== undefined && <div>{say('portal.forWhom', { name: forWhom })}</div>}
      <div>{say('portal.with', { clinician: clinicianName, minutes })}</div>
      {clock && <div className="small">{say('portal.zones', { ...clock })}</div>}
    </div>
  );
}

function Thanks({ at }: { readonly at: number }) {
  const say = useWords();
  const when = useWhen();
  return (
    <>
      <Icon of={Check} />
      <span>
        <strong>{say('portal.thanks.title')}</strong> {say('portal.thanks.text', { when: when(at) })}
      </span>
    </>
  );
}

function Reminded({ channel, due }: { readonly channel: 'sms' | 'email'; readonly due: number }) {
  const say = useWords();
  const when = useWhen();
  return <NextLine icon={Bell}>{say(`portal.reminded.${channel}`, { when: when(due) })}</NextLine>;
}
