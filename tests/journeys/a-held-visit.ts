import type { getPayers } from '../../api/billing/payer.contract';
import type { ChargeView } from '../../api/charges/charge.contract';
import type { ClaimRowView } from '../../api/claims/claim.contract';
import type { ResponseOf } from '../../api/http/contract';
import type { ClientView } from '../../api/clients/client.contract';
import type { NoteView } from '../../api/notes/note.contract';
import type { AppointmentDetail } from '../../api/schedule/appointment.contract';
import type { SessionView } from '../../api/session/session.contract';
import { wallTimeIn } from './near-now';
import { type Colleague, aColleague } from './staff-api';
import type { StartedStack } from './stack';

interface ExpectedVisit {
  readonly desk: Colleague;
  /** Whose visit it is. */
  readonly clinician: Colleague;
  readonly clientId: string;
  readonly appointmentId: string;
}

interface Client {
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: string;
  /** Its ending decides what the payer simulator does (dev/payer/README.md). */
  readonly memberId: string;
  readonly copayCents?: number;
}

/** A new client who is insured with NORTH MUTUAL, and expected by the first clinician since so many minutes. */
export async function anExpectedVisit(
  stack: StartedStack,
  { memberId, copayCents, ...person }: Client,
  minutesAgo: number,
): Promise<ExpectedVisit> {
  const [desk, clinician] = [await aColleague(stack), await aColleague(stack, 'clinician')];
  const { zone, types } = await desk.practice();
  const registration = { ...person, zone, contacts: [], consents: [] };
  const { clientId } = await desk.call<ClientView>('POST', 'clients', registration);
  const address = { sex: 'U', street: '7 BIRCH STREET', city: 'ALBANY', region: 'NY', postalCode: '12207' };
  await desk.call('PUT', `clients/${clientId}/billing`, address, 0);
  const { payers } = await desk.call<ResponseOf<typeof getPayers>>('GET', 'payers');
  const payerId = payers.find(({ name }) => name === 'NORTH MUTUAL')?.id;
  const coverage = { clientId, payerId, rank: 1, memberId, relationship: '18', fromDay: '2020-01-01' };
  await desk.call('POST', 'coverages', { ...coverage, ...(copayCents !== undefined && { copayCents }) });

  const { person: me } = await clinician.call<SessionView>('GET', 'session');
  const typeId = types.find(({ code }) => code === 'therapy')?.id;
  const start = wallTimeIn(-minutesAgo, zone);
  const booking = { clientId, clinicianId: me.membershipId, typeId, start, doubleBook: true };
  const { id: appointmentId } = await desk.call<AppointmentDetail>('POST', 'appointments', booking);
  return { desk, clinician, clientId, appointmentId };
}

/** The same, come and gone: her session is over, and nobody has noted it yet. Answers the visit's id. */
export async function holdVisit({ desk, clinician, appointmentId }: ExpectedVisit): Promise<string> {
  let appointment = await desk.appointment(appointmentId);
  if (!appointment.visit)
    appointment = await desk.call('POST', `appointments/${appointmentId}/check-in`, {}, appointment.version);
  for (const verb of ['begin', 'complete'] as const) {
    const { visit } = appointment;
    appointment = await clinician.call('POST', `visits/${visit?.id ?? ''}/${verb}`, {}, visit?.version);
  }
  return appointment.visit?.id ?? '';
}

/** What was held is noted with one diagnosis, and signed: of 55 minutes, unless it was shorter. */
export async function signVisit(
  { desk, clinician, clientId }: ExpectedVisit,
  visitId: string,
  minutes = 55,
): Promise<void> {
  const { zone } = await desk.practice();
  const times = { began: wallTimeIn(-9 - minutes, zone), ended: wallTimeIn(-9, zone) };
  const diagnosis = { clientId, code: 'F43.23', fromDay: times.began.slice(0, 10) };
  await clinician.call('POST', 'diagnoses', diagnosis);
  const text = { subjective: 'Sleeps six hours.', objective: '', assessment: '', plan: '' };
  const note = await clinician.call<NoteView>('PUT', `visits/${visitId}/note`, { ...text, ...times }, 0);
  await clinician.call('POST', `visits/${visitId}/note/sign`, {}, note.version);
}

/** Approves what a client's visits are billed as, as Billing does. Answers the claim that it made. */
export async function billClient(biller: Colleague, clientId: string): Promise<ClaimRowView> {
  const { rows: charges } = await biller.call<{ rows: ChargeView[] }>('POST', 'charges/search', {
    filter: { clientId, states: ['proposed'] },
  });
  await biller.call('POST', 'charges/approve', { charges: charges.map(({ id, version }) => ({ id, version })) });
  const { rows } = await biller.call<{ rows: ClaimRowView[] }>('POST', 'claims/search', { filter: { clientId } });
  const [claim] = rows;
  if (!claim) throw new Error('no claim was made');
  return claim;
}
