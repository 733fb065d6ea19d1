import { approveCharge } from '../../domain/claims/approve-charge';
import { submitClaims } from '../../domain/claims/submit-claims';
import { setClinicianBilling } from '../../domain/billing/billing-identity';
import type { Database } from '../../domain/database/database';
import type { PracticeTx } from '../../domain/database/practice-tx';
import type { ClientId, MembershipId, VisitId } from '../../domain/ids';
import { takePayment } from '../../domain/ledger/take-payment';
import { centsOf } from '../../domain/money/cents';
import { recordAgreement } from '../../domain/practice/record-agreement';
import { type Instant, addMinutes } from '../../domain/time/instant';
import { type Day, addDays, dayAt, instantAt, wallTimeOn } from '../../domain/time/wall-time';
import { checkOut } from '../../domain/visits/conduct-visit';
import { billSome } from './bill-some';
import { type As, claimOf, insure, loadSomeCodes, setUpBilling, signedVisit } from './billing';
import { type PastVisit, type Reached, copayFor, insured, note, pastVisits } from './past-visits';
import { practice, staff } from './people';
import { workingDay } from './working-day';

export interface BilledPeople {
  readonly owner: MembershipId;
  readonly desk: MembershipId;
  readonly biller: MembershipId;
  readonly clinicians: readonly MembershipId[];
  readonly clients: readonly ClientId[];
  /** Ids of appointment types, by code. */
  readonly types: Readonly<Record<string, string>>;
}

/** The practice bills: insurances, past visits with notes, and their money in every state that it passes through. */
export async function seedBilling(worker: Database, as: As, people: BilledPeople, now: Instant): Promise<void> {
  const { owner, desk, biller, clinicians, clients } = people;
  await loadSomeCodes(worker);
  const payerIds = await as(owner, async (tx) => {
    await knownToPayers(tx, clinicians);
    // the payer simulator stands for a clearinghouse, and is treated as one
    const signed = { vendor: 'clearinghouse', services: ['claims'], signedOn: addDays(today(now), -300) };
    await recordAgreement(tx, { ...signed, expiresOn: null });
    return setUpBilling(tx, undefined, {
      legalName: 'CEDAR AND MAIN COUNSELING LLC',
      street: '12 MAIN STREET',
      senderId: 'CEDARMAIN',
    });
  });
  await as(desk, async (tx) => {
    for (const [client, payer, ending] of insured) {
      const [clientId, payerId] = [clients[client], payerIds[payer]];
      if (clientId && payerId) await insure(tx, clientId, [payerId], client, ending, { copayCents: copayFor(ending) });
    }
  });

  const cast = { desk, clinicians, payers: payerIds, typeId: people.types['therapy'] ?? '' };
  const [some, ...visits] = await Promise.all([
    billSome(as, cast, today(now), now),
    ...pastVisits.map(async (past) => {
      const [clientId, clinician] = [clients[past.client], clinicians[past.clinician % clinicians.length]];
      const typeId = people.types[past.type];
      if (!clientId || !clinician || !typeId) return [];
      return [{ past, id: await hold(as, desk, past, { clientId, clinician, typeId }, now) }];
    }),
  ]);
  const reached = (wanted: Reached) => visits.flat().flatMap(({ past, id }) => (past.reached === wanted ? [id] : []));
  await as(biller, async (tx) => {
    for (const id of [...some.out, ...reached('leaving')]) await claimOf(tx, id);
    await submitClaims(tx);
    for (const id of [...some.waiting, ...reached('ready')]) await claimOf(tx, id);
    for (const id of reached('approved')) await approve(tx, id);
  });
}

async function knownToPayers(tx: PracticeTx, clinicians: readonly MembershipId[]): Promise<void> {
  const billing = staff.flatMap((one) => one.billing ?? []);
  for (const [index, clinicianId] of clinicians.entries()) {
    const known = billing[index];
    if (known) await setClinicianBilling(tx, { clinicianId, ...known });
  }
}

async function hold(
  as: As,
  desk: MembershipId,
  past: PastVisit,
  who: { readonly clientId: ClientId; readonly clinician: MembershipId; readonly typeId: string },
  now: Instant,
): Promise<VisitId> {
  const start = wallTimeOn(workingDay(today(now), past.days), past.at);
  const { diagnosis, minutes } = past;
  const visitId = (await signedVisit(as, {
    ...who,
    desk,
    start,
    zone: practice.zone,
    minutes,
    diagnosis,
    text: note,
  })) as VisitId;
  const left = addMinutes(instantAt(start, practice.zone), minutes + 4);
  await as(desk, (tx) => checkOut(tx, { id: visitId, version: 3 }), left);
  const { copayCents } = past;
  if (copayCents !== undefined)
    await as(
      desk,
      (tx) =>
        takePayment(tx, {
          clientId: who.clientId,
          visitId,
          method: 'cash',
          cents: centsOf(copayCents),
          reference: null,
          again: false,
        }),
      left,
    );
  return visitId;
}

async function approve(tx: PracticeTx, visitId: string): Promise<void> {
  const charges = await tx.all<{ id: string; version: number }>`
    select id, version from charges where practice_id = ${tx.practiceId} and visit_id = ${visitId} and state = 'proposed'`;
  for (const charge of charges) await approveCharge(tx, charge);
}

const today = (now: Instant): Day => dayAt(now, practice.zone);
