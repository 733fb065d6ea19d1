import type { ChargeView } from '../../api/charges/charge.contract';
import type { AppointmentDetail, PlannedReminderView } from '../../api/schedule/appointment.contract';

/** One visit from the booking to the money. */
export const walkSteps = ['book', 'text', 'check_in', 'sign', 'claim'] as const;
export type WalkStep = (typeof walkSteps)[number];
/** `others`: it is done by somebody else, and the walk does not wait for it. */
export type StepStanding = 'done' | 'now' | 'later' | 'others';

export type WalkedAppointment = Pick<AppointmentDetail, 'state' | 'startsAt' | 'clinicianId' | 'visit' | 'reminders'>;
export type WalkedCharge = Pick<ChargeView, 'state' | 'claim'>;

export interface WalkRights {
  readonly me: string | undefined;
  readonly checkIn: boolean;
  readonly writeNotes: boolean;
  readonly readBilling: boolean;
}

export interface WalkFacts {
  /** What was booked for the walk; undefined before. */
  readonly appointment: WalkedAppointment | undefined;
  /** What its visit is billed as; undefined while there is nothing, or for those who do not see it. */
  readonly charge: WalkedCharge | undefined;
  readonly rights: WalkRights;
  /** Texts can be read, and their links opened, where phones are only imitated. */
  readonly sandbox: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What is to be done next, and what it is about. */
export type Doing =
  | 'book'
  | 'again'
  | 'planned'
  | 'look'
  | 'tooEarly'
  | 'arrive'
  | 'begin'
  | 'end'
  | 'write'
  | 'note'
  | 'approve'
  | 'send'
  | 'wait';

export interface Walk {
  readonly steps: readonly { readonly step: WalkStep; readonly standing: StepStanding }[];
  /** Undefined: all that is this person's is done. */
  readonly current: { readonly step: WalkStep; readonly doing: Doing } | undefined;
}

/** Nobody is checked in earlier (`domain/visits/check-in.ts`). */
const earlyMs = 12 * 3_600_000;
const fallenThrough: ReadonlySet<string> = new Set(['cancelled', 'no_show', 'declined']);
/** The payer has yet to answer, or to be asked. */
const underWay: ReadonlySet<string> = new Set(['ready', 'blocked', 'submitted']);

/** Where the walk is, by the records alone. */
export function walkOf(facts: WalkFacts): Walk {
  const current = walkSteps.find((step) => isMine(step, facts) && !isDone(step, facts));
  return {
    steps: walkSteps.map((step) => ({ step, standing: standingOf(step, facts, current) })),
    current: current && { step: current, doing: doingOf(current, facts) },
  };
}

function standingOf(step: WalkStep, facts: WalkFacts, current: WalkStep | undefined): StepStanding {
  if (step === current) return 'now';
  if (!isMine(step, facts)) return isDone(step, facts) ? 'done' : 'others';
  return isDone(step, facts) && isBooked(facts) ? 'done' : 'later';
}

function isMine(step: WalkStep, { appointment, rights }: WalkFacts): boolean {
  if (step === 'check_in') return rights.checkIn;
  if (step === 'sign') return rights.writeNotes && (!appointment || appointment.clinicianId === rights.me);
  return step === 'claim' ? rights.readBilling : true;
}

const isBooked = ({ appointment }: WalkFacts): boolean =>
  appointment !== undefined && !fallenThrough.has(appointment.state);

function isDone(step: WalkStep, facts: WalkFacts): boolean {
  const { appointment, charge } = facts;
  if (!appointment || !isBooked(facts)) return false;
  if (step === 'book') return true;
  if (step === 'text') return appointment.visit !== null || isRead(appointment, facts);
  if (step === 'check_in') return appointment.visit !== null;
  if (step === 'sign') return appointment.visit?.note === 'signed' || charge !== undefined;
  if (!charge || charge.state === 'proposed') return false;
  return charge.claim === null || !underWay.has(charge.claim.state); // without insurance there is no claim
}

/** The client has answered; or it was sent and nobody here can answer for her; or nothing can reach her any more. */
function isRead({ state, reminders }: WalkedAppointment, { sandbox, now }: WalkFacts): boolean {
  const sent = reminders.some(({ sentAt }) => sentAt !== null);
  if (state === 'confirmed') return true;
  return sent ? !sandbox : !reminders.some((one) => mayCome(one, now));
}

const mayCome = ({ unreachable, messageState, usefulUntil }: PlannedReminderView, now: number): boolean =>
  unreachable === null && !['skipped', 'refused'].includes(messageState ?? '') && usefulUntil > now;

function doingOf(step: WalkStep, { appointment, charge, now }: WalkFacts): Doing {
  if (step === 'book') return appointment ? 'again' : 'book';
  if (step === 'text') return appointment?.reminders.some(({ sentAt }) => sentAt !== null) ? 'look' : 'planned';
  if (step === 'check_in') return (appointment?.startsAt ?? now) - now > earlyMs ? 'tooEarly' : 'arrive';
  if (step === 'sign') {
    if (appointment?.visit?.state === 'waiting') return 'begin';
    return appointment?.visit?.state === 'in_session' ? 'end' : 'write';
  }
  if (!charge) return 'note';
  if (charge.state === 'proposed') return 'approve';
  return charge.claim?.state === 'submitted' ? 'wait' : 'send';
}
