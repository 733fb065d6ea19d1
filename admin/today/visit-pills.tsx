import { Check, CircleDot, HandCoins, MessageCircle, Sparkles, UserX, Video } from 'lucide-react';
import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { useFormats } from '../../browser/speech';
import { Pill } from '../design/pill';
import { useWords } from '../words';

interface VisitPillsProps {
  readonly appointment: AppointmentView;
  readonly missing: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Of the copay, still to be taken. */
  readonly copayCents: number | undefined;
}

const minuteMs = 60_000;

/** What there is to know about a visit at a glance. */
export function VisitPills({ appointment, missing, now, copayCents }: VisitPillsProps) {
  const say = useWords();
  const formats = useFormats();
  const { state, modality, firstVisit, visit } = appointment;
  const telehealth = modality === 'telehealth';
  const since = visit?.beganAt ?? undefined;
  return (
    <div className="today-pills">
      {missing && (
        <Pill tone="care" icon={UserX}>
          {say('today.notHere')}
        </Pill>
      )}
      {telehealth && state !== 'in_session' && (
        <Pill tone="live" icon={Video}>
          {say('today.telehealth')}
        </Pill>
      )}
      {state === 'in_session' && since !== undefined && (
        <Pill tone="live" icon={telehealth ? Video : CircleDot}>
          <span className="num">
            {say('today.sinceMinutes', { minutes: Math.max(0, Math.floor((now - since) / minuteMs)) })}
          </span>
        </Pill>
      )}
      {copayCents !== undefined && (
        <Pill tone="care" icon={HandCoins}>
          <span className="num">{say('today.copay', { amount: formats.money(copayCents) })}</span>
        </Pill>
      )}
      {firstVisit && (
        <Pill tone="accent" icon={Sparkles}>
          {say('today.firstVisit')}
        </Pill>
      )}
      {state === 'confirmed' && (
        <Pill tone="good" icon={Check}>
          {say('today.confirmed')}
        </Pill>
      )}
      {state === 'scheduled' && !missing && (
        <Pill tone="info" icon={MessageCircle}>
          {say('today.notConfirmed')}
        </Pill>
      )}
      {state === 'requested' && <Pill tone="info">{say('today.requested')}</Pill>}
    </div>
  );
}
