import type { AppointmentDialogProps } from './asked-dialog';
import { BookDialog } from './book-dialog';
import { CancelDialog } from './cancel-dialog';
import { MoveDialog } from './move-dialog';
import { RestoreDialog } from './restore-dialog';
import { WholeAppointment } from './whole-appointment';

/** The dialog that was asked for. */
export function AppointmentDialog({ asked, onClose }: AppointmentDialogProps) {
  if (asked.of === 'book') return <BookDialog wish={asked.wish} onClose={onClose} />;
  return (
    <WholeAppointment
      id={asked.id}
      onClose={onClose}
      renderDialog={(appointment) => {
        if (asked.of === 'move') return <MoveDialog appointment={appointment} wish={asked.wish} onClose={onClose} />;
        if (asked.of === 'cancel') return <CancelDialog appointment={appointment} onClose={onClose} />;
        return <RestoreDialog appointment={appointment} onClose={onClose} />;
      }}
    />
  );
}
