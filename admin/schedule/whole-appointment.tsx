import { type ReactNode, useState } from 'react';
import type { AppointmentDetail } from '../../api/schedule/appointment.contract';
import { useWhole } from '../data/use-whole';
import { Dialog } from '../design/dialog';
import { ProblemNotice } from '../design/problem-notice';
import { Skeleton } from '../design/skeleton';
import { useWords } from '../words';

interface WholeAppointmentProps {
  readonly id: string;
  readonly onClose: () => void;
  readonly renderDialog: (appointment: AppointmentDetail) => ReactNode;
}

/** Reads the appointment that a dialog is about. What changes meanwhile changes the page, not what someone has begun. */
export function WholeAppointment({ id, onClose, renderDialog }: WholeAppointmentProps) {
  const say = useWords();
  const { record, problem } = useWhole<AppointmentDetail>('appointments', id, 'reminders');
  const [base, setBase] = useState<AppointmentDetail>();
  if (!base && record) setBase(record);
  const begun = base ?? record;
  if (begun) return renderDialog(begun);
  return (
    <Dialog title={say('schedule.page.crumb')} onClose={onClose}>
      {problem ? <ProblemNotice problem={problem} /> : <Skeleton shape="lines" count={4} />}
    </Dialog>
  );
}
