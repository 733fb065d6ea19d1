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
import { type As, claimOf, insure, loadSomeCodes, setUpBilling, signedVisit } from './billing';
import { type PastVisit, type Reached, copayFor, insured, note, pastVisits } from './past-visits';
import { moreStaff, practice, staff } from './people';
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

/** The practice bills: codes, an agreement with the clearinghouse, payers, fees. Answers the payers' ids. */
export async function openBooks(
  worker: Database,
  as: As,
  { owner, clinicians }: Pick<BilledPeople, 'owner' | 'clinicians'>,
  now: Instant,
): Promise<readonly string[]> {
  await loadSomeCodes(worker);
  return as(owner, async (tx) => {
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
}

/** Insurances of those whom guides and journeys know. */
export async function insureKnown(
  tx: PracticeTx,
  people: BilledPeople,
  payers: readonly string[],
  day: Day,
): Promise<void> {
  for (const [client, payer, ending, second] of insured) {
    const clientId = people.clients[client];
    const asked = [payer, second].flatMap((place) => (place === undefined ? [] : (payers[place] ?? [])));
    if (clientId)
      await insure(tx, clientId, asked, client, ending, { fromDay: addDays(day, -400), copayCents: copayFor(ending) });
  }
}

/** Their past visits with notes, and the money of these in every state that it passes through. */
export async function seedPastVisits(as: As, people: BilledPeople, now: Instant): Promise<void> {
  const { desk, biller, clinicians, clients } = people;
  // of one client one after the other: the first has the diagnosis noted
  const visits = await Promise.all(
    [...Map.groupBy(pastVisits, ({ client }) => client).values()].map(async (ofClient) => {
      const held: { readonly past: PastVisit; readonly id: VisitId }[] = [];
      for (const past of ofClient) {
        const [clientId, clinician] = [clients[past.client], clinicians[past.clinician % clinicians.length]];
        const typeId = people.types[past.type];
        if (!clientId || !clinician || !typeId) continue;
        held.push({ past, id: await hold(as, desk, past, { clientId, clinician, typeId }, now) });
      }
      return held;
    }),
  );
  const reached = (wanted: Reached) => visits.flat().flatMap(({ past, id }) => (past.reached === wanted ? [id] : []));
  await as(biller, async (tx) => {
    for (const id of reached('leaving')) await claimOf(tx, id);
    await submitClaims(tx);
    for (const id of reached('ready')) await claimOf(tx, id);
    for (const id of reached('approved')) await approve(tx, id);
  });
}

async function knownToPayers(tx: PracticeTx, clinicians: readonly MembershipId[]): Promise<void> {
  const billing = [...staff, ...moreStaff].flatMap((one) => one.billing ?? []);
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
