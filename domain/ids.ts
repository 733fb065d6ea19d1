import { uuidv7 } from 'uuidv7';

/**
 * Identifiers: UUIDs of version 7, made by whoever creates the row (an insert that answers would need the right to read).
 * A plain string may become any of them; one of them never becomes another.
 */
type Id<Of extends string> = string & { readonly idOf?: Of };

export type PracticeId = Id<'practice'>;
/** A person or service in one practice; a clinician and anyone else on the staff has the id of the membership. */
export type MembershipId = Id<'membership'>;
export type ClientId = Id<'client'>;
export type AppointmentId = Id<'appointment'>;
export type VisitId = Id<'visit'>;
export type MessageId = Id<'message'>;
export type WorkItemId = Id<'work_item'>;
export type RoomId = Id<'room'>;
export type AppointmentTypeId = Id<'appointment_type'>;

export const newId = (): string => uuidv7();

export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
