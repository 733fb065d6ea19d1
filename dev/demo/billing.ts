import { addCharge, approveCharge } from '../../domain/claims/approve-charge';
import { makeClaim } from '../../domain/claims/make-claim';
import { addPayer, type NewPayer, setFee } from '../../domain/billing/add-payer';
import { type BillingProfile, setBillingProfile, setClinicianBilling } from '../../domain/billing/billing-identity';
import { addCoverage, setClientBilling } from '../../domain/billing/coverage';
import type { Database } from '../../domain/database/database';
import type { PracticeTx } from '../../domain/database/practice-tx';
import type { ClientId, MembershipId } from '../../domain/ids';
import { noteDiagnosis } from '../../domain/notes/note-diagnosis';
import { signNote } from '../../domain/notes/sign-note';
import { type NoteText, writeNote } from '../../domain/notes/write-note';
import { bookAppointment } from '../../domain/schedule/book-appointment';
import { addMinutes, type Instant } from '../../domain/time/instant';
import { instantAt } from '../../domain/time/wall-time';
import { checkIn } from '../../domain/visits/check-in';
import { beginVisit, completeVisit } from '../../domain/visits/conduct-visit';

/** Runs a use-case as a member, at an instant. */
export type As = <T>(membershipId: MembershipId, work: (tx: PracticeTx) => Promise<T>, now?: Instant) => Promise<T>;

const terms = { filingDays: 90, correctionDays: 180, appealDays: 180 } as const;
/** Invented payers, with video as each wants it said. */
const payers = [
  { ...terms, name: 'ACME BEHAVIORAL HEALTH', payerId: '60054', filingIndicator: 'CI', telehealthModifier: '95' },
  { ...terms, name: 'STATE MEDICAID PLAN', payerId: 'SKMD0', filingIndicator: 'MC', telehealthModifier: '95' },
  { ...terms, name: 'NORTH MUTUAL', payerId: 'NPM01', filingIndicator: 'CI' },
] as const satisfies readonly NewPayer[];

/** Whole cents by code, for everyone. */
const fees = { '90791': 25_000, '90837': 17_500, '90834': 14_000, '90832': 9_500, '90785': 2_500 } as const;
export const diagnosis = 'F41.1';

/** A few codes that stand in for the public file (ICD-10-CM is in the public domain). */
const someCodes = {
  'F32.1': 'Major depressive disorder, single episode, moderate',
  'F33.0': 'Major depressive disorder, recurrent, mild',
  'F33.1': 'Major depressive disorder, recurrent, moderate',
  'F40.10': 'Social phobia, unspecified',
  'F41.0': 'Panic disorder [episodic paroxysmal anxiety]',
  [diagnosis]: 'Generalized anxiety disorder',
  'F43.10': 'Post-traumatic stress disorder, unspecified',
  'F43.23': 'Adjustment disorder with mixed anxiety and depressed mood',
  'F90.0': 'Attention-deficit hyperactivity disorder, predominantly inattentive type',
  'Z63.0': 'Problems in relationship with spouse or partner',
} as const;

/** Loads the few codes that stand in for the public file. */
export const loadSomeCodes = async (worker: Database): Promise<void> => {
  const rows = Object.entries(someCodes).map(([code, title]) => ({
    code,
    title,
    billable: true,
    from_day: '2015-10-01',
    until_day: null,
  }));
  await worker.kernel.raw('select kernel.import_icd10(?)', [JSON.stringify(rows)]);
};

/** As whom the practice bills, whom, and for how much; and as whom one of its clinicians. Answers the payers' ids. */
export async function setUpBilling(
  tx: PracticeTx,
  clinicianId?: MembershipId,
  more: Partial<BillingProfile> = {},
): Promise<readonly string[]> {
  const fromDay = '2020-01-01';
  const ids: string[] = [];
  for (const payer of payers) ids.push(await addPayer(tx, payer));
  for (const [code, cents] of Object.entries(fees)) await setFee(tx, { code, cents, fromDay });
  await setBillingProfile(tx, {
    fromDay,
    legalName: 'CEDAR PRACTICE LLC',
    npi: '1234567893',
    taxId: '587654321',
    taxonomy: '261QM0801X',
    street: '12 HARBOR LANE',
    city: 'ALBANY',
    region: 'NY',
    postalCode: '122070001',
    contactName: 'BILLING',
    contactPhone: '2125550100',
    senderId: 'CEDARPRACTICE',
    receiverId: 'CLEARHOUSE',
    receiverName: 'CLEARING HOUSE',
    ...more,
  });
  const known = { firstName: 'ROWAN', lastName: 'VALE', npi: '1477000115', taxonomy: '1041C0700X' };
  if (clinicianId !== undefined) await setClinicianBilling(tx, { clinicianId, ...known });
  return ids;
}

/** Her address, and her insurances in their order; the member ids are made from `number` and end as given (dev/payer/README.md). */
export async function insure(
  tx: PracticeTx,
  clientId: ClientId,
  payerIds: readonly string[],
  number: number,
  ending = '',
  {
    fromDay = '2026-01-01',
    copayCents = null,
  }: { readonly fromDay?: string; readonly copayCents?: number | null } = {},
): Promise<void> {
  const address = { street: '5 ELM STREET', city: 'ALBANY', region: 'NY', postalCode: '12207' };
  await setClientBilling(tx, { clientId, sex: 'U', ...address });
  for (const [index, payerId] of payerIds.entries())
    await addCoverage(tx, {
      clientId,
      payerId,
      rank: (index + 1) as 1 | 2 | 3,
      memberId: `W${String(100_000 + number * 10 + index)}${ending}`,
      relationship: '18',
      copayCents: index === 0 ? copayCents : null,
      fromDay,
    });
}

export interface HeldVisit {
  readonly desk: MembershipId;
  readonly clinician: MembershipId;
  readonly clientId: ClientId;
  readonly typeId: string;
  /** Wall time in `zone`. */
  readonly start: string;
  readonly zone: string;
  readonly minutes: number;
  /** Where none is noted yet. */
  readonly diagnosis?: string;
  readonly text?: NoteText;
}

/** Books, holds, notes and signs a visit in the past, at its times. Answers the visit's id; its charge is proposed. */
export async function signedVisit(as: As, visit: HeldVisit): Promise<string> {
  const { visitId, noteId } = await notedVisit(as, visit);
  await as(visit.clinician, (tx) => signNote(tx, { id: noteId, version: 1 }));
  return visitId;
}

/** Books, holds and notes a visit in the past, at its times; its note is a draft. */
export async function notedVisit(
  as: As,
  visit: HeldVisit,
): Promise<{ readonly visitId: string; readonly noteId: string }> {
  const { desk, clinician, clientId, typeId, start } = visit;
  const at = instantAt(start, visit.zone);
  const booking = { clientId, clinicianId: clinician, typeId, roomId: null, start, doubleBook: true };
  const appointmentId = await as(desk, (tx) => bookAppointment(tx, booking), addMinutes(at, -7 * 24 * 60));
  const known = await as(
    clinician,
    (tx) =>
      tx.one`select 1 from diagnoses where practice_id = ${tx.practiceId} and client_id = ${clientId} and until_day is null`,
  );
  const found = { clientId, code: visit.diagnosis ?? diagnosis, rank: 1, fromDay: start.slice(0, 10) };
  if (!known) await as(clinician, (tx) => noteDiagnosis(tx, found));
  const visitId = await as(desk, (tx) => checkIn(tx, { appointmentId, version: 1 }), at);
  await as(clinician, (tx) => beginVisit(tx, { id: visitId, version: 1 }), at);
  await as(clinician, (tx) => completeVisit(tx, { id: visitId, version: 2 }), addMinutes(at, visit.minutes));
  const text = visit.text ?? { subjective: 'S', objective: 'O', assessment: 'A', plan: 'P' };
  const noteId = await as(clinician, (tx) =>
    writeNote(tx, { visitId, ...text, beganAt: at, endedAt: addMinutes(at, visit.minutes) }),
  );
  return { visitId, noteId };
}

/** Approves what a visit is billed as, with add-on services, and makes its claim. Answers the claim's id. */
export async function claimOf(tx: PracticeTx, visitId: string, addOns: readonly string[] = []): Promise<string> {
  const charge = await tx.one<{ id: string }>`
    select id from charges where practice_id = ${tx.practiceId} and visit_id = ${visitId} and state = 'proposed'`;
  if (!charge) throw new Error('no charge was proposed');
  for (const code of addOns) await addCharge(tx, { besideId: charge.id, code, modifiers: [] });
  const all = await tx.all<{ id: string; version: number }>`
    select id, version from charges where practice_id = ${tx.practiceId} and visit_id = ${visitId} and state = 'proposed' order by id`;
  for (const one of all) await approveCharge(tx, one);
  return makeClaim(tx, visitId);
}
