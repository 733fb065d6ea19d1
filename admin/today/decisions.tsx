import { Bell, CircleDollarSign, DoorOpen } from 'lucide-react';
import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { ConfirmConsequences } from '../design/confirm-consequences';
import { MissingDialog } from '../work/missing-dialog';
import { useWords } from '../words';
import type { RunAct } from './use-desk-acts';

/** What a person is about to decide about someone of the day. */
export interface Deciding {
  readonly what: 'missed' | 'came' | 'left';
  readonly appointment: AppointmentView;
}

interface DecisionsProps extends Deciding {
  readonly busy: boolean;
  readonly onAct: RunAct;
  readonly onClose: () => void;
}

/** Consequences first, for what is hard to take back. */
export function Decisions({ what, appointment, busy, onAct, onClose }: DecisionsProps) {
  const say = useWords();
  if (what !== 'left')
    return (
      <MissingDialog
        missing={{ clientName: appointment.clientName, appointment }}
        came={what === 'came'}
        onClose={onClose}
      />
    );
  const { clientName: name, clinicianName: clinician } = appointment;
  const leave = async () => {
    await onAct(appointment, 'leave');
    onClose();
  };
  return (
    <ConfirmConsequences
      title={say('today.leave.title', { name })}
      consequences={[
        { id: 'off', icon: DoorOpen, what: say('today.leave.off') },
        { id: 'told', icon: Bell, what: say('today.leave.told', { clinician }) },
        { id: 'fee', icon: CircleDollarSign, what: say('today.leave.noFee') },
      ]}
      action={say('today.leave.action')}
      danger
      busy={busy}
      onConfirm={() => void leave()}
      onClose={onClose}
    />
  );
}
