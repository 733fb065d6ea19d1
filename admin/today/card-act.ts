import type { AppointmentView } from '../../api/schedule/appointment.contract';

/** What a person does with someone's visit, one after the other. */
export type CardAct = 'check_in' | 'begin' | 'complete' | 'check_out';

/** What the person who looks may do. */
export interface DeskRights {
  readonly me: string | undefined;
  readonly checkIn: boolean;
  /** Sees clients; on her own cards alone is it her next act. */
  readonly conduct: boolean;
  readonly checkOut: boolean;
  readonly change: boolean;
  readonly readNotes: boolean;
}

/** The one thing to do next with a card, if it is this person's to do. */
export function actOf(
  { state, visit, clinicianId }: Pick<AppointmentView, 'state' | 'visit' | 'clinicianId'>,
  rights: DeskRights,
): CardAct | undefined {
  const conducts = rights.conduct && clinicianId === rights.me;
  if (state === 'scheduled' || state === 'confirmed') return rights.checkIn ? 'check_in' : undefined;
  if (visit?.state === 'waiting') return conducts ? 'begin' : undefined;
  if (visit?.state === 'in_session') return conducts ? 'complete' : undefined;
  if (visit?.state === 'checkout') return rights.checkOut ? 'check_out' : undefined;
  return undefined;
}

/** Whether the clinician has yet to say that she knows of the arrival. */
export const canSee = (
  { visit, clinicianId }: Pick<AppointmentView, 'visit' | 'clinicianId'>,
  { me, conduct }: DeskRights,
): boolean => conduct && clinicianId === me && visit?.state === 'waiting' && visit.seenAt === null;

interface Call {
  readonly resource: 'appointments' | 'visits';
  readonly id: string;
  readonly version: number;
  readonly verb: string;
}

/** Of the four and what else is done to an appointment or its visit: the call that does it. */
export function callOf(
  { id, version, visit }: Pick<AppointmentView, 'id' | 'version' | 'visit'>,
  act: DeskAct,
): Call | undefined {
  const { of, verb } = calls[act];
  if (of === 'appointments') return { resource: of, id, version, verb };
  return visit ? { resource: of, id: visit.id, version: visit.version, verb } : undefined;
}

const calls = {
  check_in: { of: 'appointments', verb: 'check-in' },
  confirm: { of: 'appointments', verb: 'confirm' },
  send_now: { of: 'appointments', verb: 'send-now' },
  see: { of: 'visits', verb: 'see' },
  begin: { of: 'visits', verb: 'begin' },
  complete: { of: 'visits', verb: 'complete' },
  leave: { of: 'visits', verb: 'leave' },
  check_out: { of: 'visits', verb: 'check-out' },
} as const;
export type DeskAct = keyof typeof calls;
