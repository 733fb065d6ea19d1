import type { AppointmentView, bookAppointmentContract } from '../../api/schedule/appointment.contract';
import type { BodyOf } from '../../api/http/contract';
import type { PracticeView } from '../../api/practice/practice.contract';
import type { Choice } from '../design/combobox';

export type Modality = 'office' | 'telehealth';

/** What someone chose for an appointment; what is left open follows from the client and the kind. */
export interface BookingDraft {
  readonly client: Choice | undefined;
  readonly clinicianId: string | undefined;
  readonly typeId: string | undefined;
  readonly minutes: number | undefined;
  readonly modality: Modality | undefined;
  /** Null: without a room. */
  readonly roomId: string | null | undefined;
  readonly doubleBook: boolean;
}

/** What an appointment will be, but for its time. */
export interface Booking {
  readonly clinicianId: string;
  readonly typeId: string;
  readonly minutes: number;
  readonly modality: Modality;
  readonly roomId: string | null;
}

export interface Known {
  readonly practice: Pick<PracticeView, 'staff' | 'types'>;
  /** The client's latest appointment, past or ahead. */
  readonly last: AppointmentView | null;
  /** Who sees the client, by membership. */
  readonly careTeam: readonly string[];
  /** Who is booking. */
  readonly me: string | undefined;
}

/** Everything that was left open as it was the last time; else as the kind and the practice have it. Undefined: nobody can be booked. */
export function resolveBooking(draft: BookingDraft, { practice, last, careTeam, me }: Known): Booking | undefined {
  const { types } = practice;
  const clinicians = practice.staff.filter(({ isClinician }) => isClinician).map(({ id }) => id);
  const wanted = [draft.clinicianId, last?.clinicianId, ...careTeam, me, ...clinicians];
  const clinicianId = wanted.find((id) => id !== undefined && clinicians.includes(id));
  const usual = types.find(({ id }) => id === last?.typeId) ?? (last ? undefined : types.find(isFirst)) ?? types[0];
  const type = types.find(({ id }) => id === draft.typeId) ?? usual;
  if (clinicianId === undefined || type === undefined) return undefined;
  const as = last?.typeId === type.id ? last : undefined; // the same once more
  const modality = draft.modality ?? as?.modality ?? type.modality;
  const room = draft.roomId === undefined ? (as?.roomId ?? null) : draft.roomId;
  return {
    clinicianId,
    typeId: type.id,
    minutes: draft.minutes ?? as?.minutes ?? type.minutes,
    modality,
    roomId: modality === 'office' ? room : null,
  };
}

/** The kind for someone who was not here before. */
const isFirst = ({ code }: { readonly code: string }): boolean => code === 'intake';

/** What is sent. */
export const bookingBody = (
  clientId: string,
  booking: Booking,
  start: string,
  doubleBook: boolean,
): BodyOf<typeof bookAppointmentContract> => ({ clientId, ...booking, start, doubleBook });

const usualLengths = [15, 20, 30, 45, 50, 60, 75, 90, 120];

/** Lengths to choose from, in minutes; the ones in use are among them. */
export const lengths = (...used: readonly number[]): readonly number[] =>
  [...new Set([...usualLengths, ...used])].toSorted((a, b) => a - b);
