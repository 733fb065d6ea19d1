import type { Moving } from './moving';
import type { BookingWish } from './use-appointment-dialogs';

/** Which dialog someone asked for. */
export type AskedDialog =
  | { readonly of: 'book'; readonly wish: BookingWish }
  | { readonly of: 'move'; readonly id: string; readonly wish: Partial<Moving> }
  | { readonly of: 'cancel' | 'restore'; readonly id: string };

export interface AppointmentDialogProps {
  readonly asked: AskedDialog;
  readonly onClose: () => void;
}
