import type { AppointmentDialogProps } from './asked-dialog';

/** The dialog that was asked for. */
export function AppointmentDialog(_props: AppointmentDialogProps) {
  return null;
}
