import { bookAppointment } from '../../../domain/schedule/book-appointment';
import { cancelAppointment } from '../../../domain/schedule/cancel-appointment';
import { confirmAppointment } from '../../../domain/schedule/confirm-appointment';
import type { AppointmentId, ClientId, MembershipId } from '../../../domain/ids';
import { takePayment } from '../../../domain/ledger/take-payment';
import { centsOf } from '../../../domain/money/cents';
import { writeNote } from '../../../domain/notes/write-note';
import { type Instant, addHours, addMinutes, later } from '../../../domain/time/instant';
import { instantAt, wallTimeOn } from '../../../domain/time/wall-time';
import { checkIn } from '../../../domain/visits/check-in';
import { beginVisit, checkOut, completeVisit } from '../../../domain/visits/conduct-visit';
import { missAppointment } from '../../../domain/visits/miss-appointment';
import { ignoreTaken } from '../around-now';
import { note } from '../past-visits';
import { practice } from '../people';
import type { Acting } from './acting';
import type { CastClient } from './cast';
import type { Dice } from './dice';
import { letTimePass } from './reminders';
import type { PlannedAppointment } from './schedule';

export interface Scene {
  readonly acting: Acting;
  readonly desk: MembershipId;
  readonly clinician: MembershipId;
  readonly clientId: ClientId;
  readonly client: CastClient;
  readonly types: Readonly<Record<string, string>>;
  readonly now: Instant;
}

/** A session whose note waits for its signature. */
export interface HeldVisit {
  readonly planned: PlannedAppointment;
  readonly visitId: string;
  readonly noteId: string;
  readonly clinician: MembershipId;
  /** When it is signed. */
  readonly signedAt: Instant;
}

/** Messages of earlier appointments are history that no screen shows any more. */
const messagesOfDays = 9;

/** Lets an appointment go as it went, from booking to the desk. Answers the session whose note is to be signed. */
export async function live(scene: Scene, planned: PlannedAppointment, dice: Dice): Promise<HeldVisit | undefined> {
  const { acting, desk, now } = scene;
  const start = instantAt(wallTimeOn(planned.day, planned.minute), practice.zone);
  // some call the day before: too late for most reminders
  const lead = planned.offset < 0 && planned.client % 9 === 4 ? 20 : 24 * scene.client.every - 1;
  const booked = Math.min(addHours(start, -lead), addHours(now, -30)) as Instant;
  const id = await book(scene, planned, booked);
  if (id === undefined) return undefined;
  let version = 1;
  const remind = (from: Instant, until: Instant): Promise<void> =>
    planned.offset < -messagesOfDays
      ? Promise.resolve()
      : letTimePass(acting, id, { from, until: Math.min(until, now) as Instant }, dice);

  if (planned.outcome === 'cancelled' || planned.outcome === 'cancelled_late') {
    const late = planned.outcome === 'cancelled_late';
    const asked = later(addHours(start, late ? -5 : -50), addMinutes(booked, 30));
    const at = Math.min(asked, addHours(now, -2)) as Instant;
    await remind(booked, at);
    const reason = dice.pick(['client_asked', 'client_ill', 'clinician_away'] as const);
    const byClient = reason !== 'clinician_away';
    await acting.as(desk, (tx) => cancelAppointment(tx, { id, version, reason, byClient }), at);
    await remind(at, addMinutes(at, 10));
    return undefined;
  }
  const confirmedAt = later(addHours(start, -40), addMinutes(booked, 30));
  await remind(booked, confirmedAt);
  if (confirmedAt < now && dice.chance(55)) {
    await acting.as(desk, (tx) => confirmAppointment(tx, { id, by: 'client' }), confirmedAt);
    version += 1;
  }
  await remind(confirmedAt, addMinutes(start, planned.outcome === 'undecided' ? 20 : -15));
  if (planned.outcome === 'missed')
    await acting.as(desk, (tx) => missAppointment(tx, { id, version }), addMinutes(start, 25));
  return planned.outcome === 'held' ? hold(scene, planned, { id, version, start }, dice) : undefined;
}

/** Undefined where somebody of whom guides tell has that time. */
async function book(
  { acting, desk, clinician, clientId, types }: Scene,
  planned: PlannedAppointment,
  at: Instant,
): Promise<AppointmentId | undefined> {
  const booking = {
    clientId,
    clinicianId: clinician,
    typeId: types[planned.type] ?? '',
    roomId: null,
    start: wallTimeOn(planned.day, planned.minute),
  };
  return acting.as(desk, (tx) => bookAppointment(tx, booking), at).catch(ignoreTaken);
}

async function hold(
  scene: Scene,
  planned: PlannedAppointment,
  { id, version, start }: { readonly id: AppointmentId; readonly version: number; readonly start: Instant },
  dice: Dice,
): Promise<HeldVisit | undefined> {
  const { acting, desk, clinician, clientId } = scene;
  const began = addMinutes(start, dice.below(4));
  const ended = addMinutes(began, lengthOf(planned, dice));
  const left = addMinutes(ended, 3 + dice.below(6));
  const visitId = await acting.as(desk, (tx) => checkIn(tx, { appointmentId: id, version }), addMinutes(start, -7));
  await acting.as(clinician, (tx) => beginVisit(tx, { id: visitId, version: 1 }), began);
  await acting.as(clinician, (tx) => completeVisit(tx, { id: visitId, version: 2 }), ended);
  const noteId = planned.note === 'none' ? undefined : await write();
  await acting.as(desk, (tx) => checkOut(tx, { id: visitId, version: 3 }), left);
  const [coverage] = scene.client.coverages;
  if (coverage?.ending === '' && dice.chance(80)) await payAtDesk();
  if (noteId === undefined || planned.note !== 'signed') return undefined;
  const signedAt = addMinutes(left, dice.chance(75) ? 15 : 60 * 20);
  return { planned, visitId, noteId, clinician, signedAt: Math.min(signedAt, addHours(scene.now, -3)) as Instant };

  function write(): Promise<string> {
    return acting.as(clinician, (tx) => writeNote(tx, { visitId, ...note }), addMinutes(ended, 2));
  }

  async function payAtDesk(): Promise<void> {
    const method = dice.pick(['card', 'card', 'card', 'cash'] as const);
    const payment = { clientId, visitId, method, cents: centsOf(25_00), reference: null, again: false };
    await acting.as(desk, (tx) => takePayment(tx, payment), left);
  }
}

/** The minutes that a session took. */
function lengthOf({ type }: PlannedAppointment, dice: Dice): number {
  if (type === 'intake') return 58;
  return type === 'therapy_short' ? 28 + dice.below(4) : 44 + dice.below(13);
}
