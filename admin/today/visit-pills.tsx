import { Check, CircleDot, MessageCircle, Sparkles, UserX, Video } from 'lucide-react';
import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { Pill } from '../design/pill';
import { useWords } from '../words';

interface VisitPillsProps {
  readonly appointment: AppointmentView;
  readonly missing: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
}

const minuteMs = 60_000;

/** What there is to know about a visit at a glance. */
export function VisitPills({ appointment, missing, now }: VisitPillsProps) {
  const say = useWords();
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
