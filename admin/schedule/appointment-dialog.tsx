import { useState } from 'react';
import type { AppointmentDialogProps, AskedDialog } from './asked-dialog';
import { BookDialog } from './book-dialog';
import { CancelDialog } from './cancel-dialog';
import { MoveDialog } from './move-dialog';
import { RestoreDialog } from './restore-dialog';
import { WholeAppointment } from './whole-appointment';

/** The dialog that was asked for; one may lead to another. */
export function AppointmentDialog({ asked, onClose }: AppointmentDialogProps) {
  const [led, setLed] = useState<AskedDialog>();
  const now = led ?? asked;
  if (now.of === 'book') return <BookDialog wish={now.wish} onClose={onClose} />;
  return (
    <WholeAppointment
      id={now.id}
      onClose={onClose}
      renderDialog={(appointment) => {
        if (now.of === 'move') return <MoveDialog appointment={appointment} onClose={onClose} />;
        if (now.of === 'cancel') return <CancelDialog appointment={appointment} onClose={onClose} />;
        return (
          <RestoreDialog appointment={appointment} onClose={onClose} onBook={(wish) => setLed({ of: 'book', wish })} />
        );
      }}
    />
  );
}
