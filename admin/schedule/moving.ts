import type { AppointmentDetail } from '../../api/schedule/appointment.contract';
import type { Modality } from './booking';

/** What a move can change. */
export interface Moving {
  readonly start: string;
  readonly clinicianId: string;
  readonly minutes: number;
  readonly modality: Modality;
  /** Null: without a room. */
  readonly roomId: string | null;
}

export type MovingField = keyof Moving;

export const movingOf = ({ localStart, clinicianId, minutes, modality, roomId }: AppointmentDetail): Moving => ({
  start: localStart,
  clinicianId,
  minutes,
  modality,
  roomId,
});
