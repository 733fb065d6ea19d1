import { Bell, CalendarX, CheckCheck, CircleDollarSign, Undo2, UserCheck } from 'lucide-react';
import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { useFormats } from '../../browser/speech';
import { ConfirmConsequences } from '../design/confirm-consequences';
import type { Consequence } from '../design/consequence-list';
import { ProblemNotice } from '../design/problem-notice';
import { useAct } from '../form/use-act';
import { useProgram } from '../program-context';
import { useWords } from '../words';

/** Who was expected, and when. */
interface Missing {
  readonly clientName: string | null;
  readonly appointment: Pick<AppointmentView, 'id' | 'version' | 'startsAt' | 'clinicianName'> | null;
}

interface MissingDialogProps {
  readonly missing: Missing;
  /** The client came after all; else did not. */
  readonly came: boolean;
  readonly onClose: () => void;
}

/** A person decides what became of someone who was expected: here after all, or not. Consequences first. */
export function MissingDialog({ missing, came, onClose }: MissingDialogProps) {
  const say = useWords();
  const { toasts } = useProgram();
  const consequences = useConsequences(missing, came);
  const { act, busy, problem } = useAct('appointments', { alsoChanges: ['work-items'] });
  const { appointment } = missing;
  const name = missing.clientName ?? '';
  const confirm = async () => {
    if (!appointment) return;
    try {
      await act({ id: appointment.id, verb: came ? 'check-in' : 'miss', version: appointment.version });
      toasts.add({ text: came ? say('work.checkedIn', { name }) : say('work.wasMissed'), tone: 'good' });
      onClose();
    } catch {
      // it stands in the dialog
    }
  };
  return (
    <ConfirmConsequences
      title={say(came ? 'work.came.title' : 'work.missed.title', { name })}
      consequences={consequences}
      action={say(came ? 'work.came.action' : 'work.missed.action')}
      danger={!came}
      busy={busy}
      problem={<ProblemNotice problem={problem} />}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  );
}

function useConsequences({ clientName, appointment }: Missing, came: boolean): readonly Consequence[] {
  const say = useWords();
  const formats = useFormats();
  const name = clientName ?? '';
  if (came)
    return [
      { id: 'arrived', icon: UserCheck, what: say('work.came.arrived', { name }) },
      { id: 'told', icon: Bell, what: say('work.came.told', { clinician: appointment?.clinicianName ?? '' }) },
      { id: 'closes', icon: CheckCheck, tone: 'good', what: say('work.came.closes') },
    ];
  const when = appointment ? formats.dayTime(appointment.startsAt) : '';
  return [
    { id: 'missed', icon: CalendarX, what: say('work.missed.missed', { when }) },
    { id: 'fee', icon: CircleDollarSign, what: say('work.missed.noFee') },
    { id: 'undo', icon: Undo2, what: say('work.missed.undo') },
    { id: 'closes', icon: CheckCheck, tone: 'good', what: say('work.came.closes') },
  ];
}
