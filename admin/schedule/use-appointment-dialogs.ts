import { createContext, use } from 'react';
import type { Moving } from './moving';

/** What is known when someone begins to book; all of it can be changed in the dialog. */
export interface BookingWish {
  readonly clientId?: string;
  /** The kind of appointment. */
  readonly typeId?: string;
  /** The clinician. */
  readonly staffId?: string;
  /** Epoch milliseconds. */
  readonly startsAt?: number;
  /** A free time near this instant is suggested, whatever the client's rhythm is. */
  readonly near?: number;
}

/** The dialogs about one appointment, open from anywhere. Each shows its consequences before it acts. */
export interface AppointmentDialogs {
  readonly book: (wish?: BookingWish) => void;
  /** As it would be then; all of it can be changed in the dialog. */
  readonly move: (id: string, wish?: Partial<Moving>) => void;
  readonly cancel: (id: string) => void;
  /** Takes back a cancellation or a no-show. */
  readonly restore: (id: string) => void;
}

export const AppointmentDialogsContext = createContext<AppointmentDialogs | undefined>(undefined);

export function useAppointmentDialogs(): AppointmentDialogs {
  const dialogs = use(AppointmentDialogsContext);
  if (!dialogs) throw new Error('the console gives the dialogs of appointments');
  return dialogs;
}
