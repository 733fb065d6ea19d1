import type { setClientBillingContract } from '../../api/billing/coverage.contract';
import type { getPayers } from '../../api/billing/payer.contract';
import type { ResponseOf } from '../../api/http/contract';
import type { ClientView } from '../../api/clients/client.contract';
import type { AppointmentDetail } from '../../api/schedule/appointment.contract';
import type { SessionView } from '../../api/session/session.contract';
import { wallTimeIn } from './near-now';
import { type Colleague, aColleague } from './staff-api';
import type { StartedStack } from './stack';

interface HeldVisit {
  readonly desk: Colleague;
  readonly clientId: string;
  readonly coverageId: string;
  readonly appointmentId: string;
  readonly visitId: string;
}

interface Client {
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: string;
  /** Its ending decides what the payer simulator does (dev/payer/README.md). */
  readonly memberId: string;
  readonly copayCents?: number;
}

/** How far the visit has come. */
type Reached = 'expected' | 'completed';

/**
 * A new client who is insured with NORTH MUTUAL, and her session with the first clinician, which began so many minutes ago.
 * `completed`: the session is over, and nobody has noted it yet.
 */
export async function aHeldVisit(
  stack: StartedStack,
  { memberId, copayCents, ...person }: Client,
  minutesAgo: number,
  reached: Reached = 'completed',
): Promise<HeldVisit> {
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
  const { coverages } = await desk.call<ResponseOf<typeof setClientBillingContract>>(
    'GET',
    `clients/${clientId}/billing`,
  );

  const { person: me } = await clinician.call<SessionView>('GET', 'session');
  const typeId = types.find(({ code }) => code === 'therapy')?.id;
  const start = wallTimeIn(-minutesAgo, zone);
  const booking = { clientId, clinicianId: me.membershipId, typeId, start, doubleBook: true };
  let appointment = await desk.call<AppointmentDetail>('POST', 'appointments', booking);
  const { id } = appointment;
  if (reached === 'completed') {
    appointment = await desk.call('POST', `appointments/${id}/check-in`, {}, appointment.version);
    for (const verb of ['begin', 'complete'] as const) {
      const { visit } = appointment;
      appointment = await clinician.call('POST', `visits/${visit?.id ?? ''}/${verb}`, {}, visit?.version);
    }
  }
  return {
    desk,
    clientId,
    coverageId: coverages[0]?.id ?? '',
    appointmentId: id,
    visitId: appointment.visit?.id ?? '',
  };
}
