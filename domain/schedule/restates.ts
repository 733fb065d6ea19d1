import type { MembershipId, RoomId } from '../ids';
import type { Instant } from '../time/instant';
import type { Appointment } from './appointment';

/** What a reminder states of an appointment. */
export interface Stated {
  readonly startsAt: Instant;
  readonly clinicianId: MembershipId;
  readonly roomId: RoomId | null;
  readonly modality: Appointment['modality'];
}

/** Whether a reminder of before would no longer be true; its length is none of what it states. */
export const restates = (before: Appointment, after: Stated): boolean =>
  before.startsAt !== after.startsAt ||
  before.clinician_id !== after.clinicianId ||
  before.room_id !== after.roomId ||
  before.modality !== after.modality;
