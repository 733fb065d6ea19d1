import { addCharge, approveCharge } from '../../domain/claims/approve-charge';
import { makeClaim } from '../../domain/claims/make-claim';
import { noteClaimEvent } from '../../domain/claims/note-claim-event';
import { registerClient } from '../../domain/clients/register-client';
import type { Database } from '../../domain/database/database';
import { locked } from '../../domain/database/locked';
import type { PracticeTx } from '../../domain/database/practice-tx';
import { newId } from '../../domain/ids';
import { noteDiagnosis } from '../../domain/notes/note-diagnosis';
import { signNote } from '../../domain/notes/sign-note';
import { writeNote } from '../../domain/notes/write-note';
import { foundPractice } from '../../domain/practice/found-practice';
import { standardPolicy } from '../../domain/practice/policy';
import { bookAppointment } from '../../domain/schedule/book-appointment';
import { addStaff } from '../../domain/staff/add-staff';
import { addMinutes, type Instant } from '../../domain/time/instant';
import { addDays, instantAt, wallTimeOn } from '../../domain/time/wall-time';
import { checkIn } from '../../domain/visits/check-in';
import { beginVisit, completeVisit } from '../../domain/visits/conduct-visit';

const zone = 'America/New_York';
const payers = [
  { name: 'ACME BEHAVIORAL HEALTH', payer_id: '60054', filing_indicator: 'CI', telehealth_modifier: '95' },
  { name: 'STATE MEDICAID PLAN', payer_id: 'SKMD0', filing_indicator: 'MC', telehealth_modifier: '95' },
  { name: 'NORTH MUTUAL', payer_id: 'NPM01', filing_indicator: 'CI' },
] as const;
const families = ['ALDER', 'BIRCH', 'CEDAR', 'DOGWOOD', 'ELM', 'FIR', 'GUM', 'HAZEL'] as const;

type As = <T>(membershipId: string, work: (tx: PracticeTx) => Promise<T>, now?: Instant) => Promise<T>;

/** A practice with this many submitted claims, each of a visit that was booked, held, noted and signed by the use-cases. */
export async function practiceWithClaims(
  means: { readonly app: Database; readonly worker: Database; readonly migratorUrl: string },
  count: number,
): Promise<string> {
  const { practiceId, membershipId: owner } = await foundPractice(
    { migratorUrl: means.migratorUrl, database: means.app },
    {
      name: 'Era Practice',
      zone,
      phone: '+12125550100',
      policy: standardPolicy,
      administrator: { email: `era-${newId()}@example.org`, passwordHash: 'none', displayName: 'Era Admin' },
    },
  );
  const as: As = (membershipId, work, now) =>
    means.app.inPractice(
      { membershipId },
      { act: 'verify', purpose: 'billing' },
      work,
      now === undefined ? {} : { now },
    );
  await means.worker.kernel.raw('select kernel.import_icd10(?)', [
    JSON.stringify([
      { code: 'F41.1', billable: true, title: 'A code for this proof', from_day: '2015-10-01', until_day: null },
    ]),
  ]);
  const clinician = await as(owner, (tx) =>
    addStaff(tx, {
      email: `clinician-${newId()}@example.org`,
      passwordHash: 'none',
      displayName: 'Dr. Rowan Vale',
      shortName: 'Dr. Vale',
      credentials: null,
      roles: ['clinician'],
      isClinician: true,
      colour: 1,
    }),
  );
  const payerIds = await as(owner, (tx) => setUpBilling(tx, clinician));
  for (let n = 0; n < count; n += 1) await oneClaim(as, { owner, clinician, payerIds }, n);
  await means.worker.inPractice({ practiceId, service: 'edi' }, { act: 'verify', purpose: 'billing' }, async (tx) => {
    const claims = await tx.all<{ id: string }>`select id from claims where practice_id = ${tx.practiceId} order by id`;
    for (const { id } of claims)
      await noteClaimEvent(tx, await locked(tx, 'claims', id), { kind: 'submitted', evidenceKey: 'verify' });
  });
  return practiceId;
}

async function setUpBilling(tx: PracticeTx, clinician: string): Promise<readonly string[]> {
  const of = { practice_id: tx.practiceId };
  const ids = payers.map(() => newId());
  await tx.rows('payers').insert(
    payers.map((payer, index) => ({
      ...of,
      ...payer,
      id: ids[index] ?? '',
      filing_days: 90,
      correction_days: 180,
      appeal_days: 180,
    })),
  );
  await tx.rows('fees').insert(
    [
      ['90837', 17_500],
      ['90834', 14_000],
      ['90832', 9_500],
      ['90785', 2_500],
    ].map(([code, cents]) => ({
      ...of,
      id: newId(),
      code: String(code),
      cents: Number(cents),
      from_day: '2020-01-01',
      set_by: tx.actor,
    })),
  );
  await tx.rows('billing_profiles').insert({
    ...of,
    id: newId(),
    from_day: '2020-01-01',
    legal_name: 'ERA PRACTICE LLC',
    npi: '1234567893',
    tax_id: '587654321',
    taxonomy: '261QM0801X',
    street: '12 HARBOR LANE',
    city: 'ALBANY',
    region: 'NY',
    postal_code: '122070001',
    contact_name: 'BILLING',
    contact_phone: '2125550100',
    sender_id: 'ERAPRACTICE',
    receiver_id: 'CLEARHOUSE',
    receiver_name: 'CLEARING HOUSE',
    set_by: tx.actor,
  });
  await tx.rows('clinician_billing').insert({
    ...of,
    id: clinician,
    first_name: 'ROWAN',
    last_name: 'VALE',
    npi: '1477000115',
    taxonomy: '1041C0700X',
  });
  return ids;
}

async function oneClaim(
  as: As,
  who: { readonly owner: string; readonly clinician: string; readonly payerIds: readonly string[] },
  n: number,
): Promise<void> {
  const day = addDays('2026-10-01', Math.floor(n / 6));
  const start = wallTimeOn(day, 9 * 60 + (n % 6) * 75);
  const at = instantAt(start, zone);
  const before = addMinutes(at, -60 * 24 * 7);
  const clientId = await as(
    who.owner,
    (tx) =>
      registerClient(tx, {
        firstName: `CASE${String(n)}`,
        lastName: `${families[n % families.length] ?? ''}${String(n)}`,
        preferredName: null,
        pronouns: null,
        birthDate: '1990-05-04',
        zone,
        language: 'en',
        contacts: [],
        consents: [],
        clinicians: [who.clinician],
        notADouble: true,
      }),
    before,
  );
  await as(who.owner, (tx) => cover(tx, clientId, who.payerIds, n));
  await as(who.clinician, (tx) => noteDiagnosis(tx, { clientId, code: 'F41.1', rank: 1, fromDay: '2026-09-01' }));
  const typeId = await as(who.owner, async (tx) => {
    const code = n % 4 === 1 ? 'telehealth' : 'therapy';
    const row = await tx.one<{ id: string }>`
      select id from appointment_types where practice_id = ${tx.practiceId} and code = ${code}`;
    return row?.id ?? '';
  });
  const appointmentId = await as(
    who.owner,
    (tx) =>
      bookAppointment(tx, { clientId, clinicianId: who.clinician, typeId, roomId: null, start, doubleBook: true }),
    before,
  );
  const visitId = await as(who.owner, (tx) => checkIn(tx, { appointmentId, version: 1 }), at);
  await as(who.clinician, (tx) => beginVisit(tx, { id: visitId, version: 1 }), at);
  await as(who.clinician, (tx) => completeVisit(tx, { id: visitId, version: 2 }), addMinutes(at, 55));
  const noteId = await as(who.clinician, (tx) =>
    writeNote(tx, {
      visitId,
      subjective: 's',
      objective: 'o',
      assessment: 'a',
      plan: 'p',
      beganAt: at,
      endedAt: addMinutes(at, n % 3 === 0 ? 45 : 55),
    }),
  );
  await as(who.clinician, (tx) => signNote(tx, { id: noteId, version: 1 }));
  await as(who.owner, async (tx) => {
    const charge = await tx.one<{ id: string }>`
      select id from charges where practice_id = ${tx.practiceId} and visit_id = ${visitId}`;
    if (!charge) throw new Error('no charge was proposed');
    if (n % 2 === 0) await addCharge(tx, { besideId: charge.id, code: '90785', modifiers: [] });
    const all = await tx.all<{ id: string; version: number }>`
      select id, version from charges where practice_id = ${tx.practiceId} and visit_id = ${visitId} order by id`;
    for (const one of all) await approveCharge(tx, one);
    await makeClaim(tx, visitId);
  });
}

async function cover(tx: PracticeTx, clientId: string, payerIds: readonly string[], n: number): Promise<void> {
  const of = { practice_id: tx.practiceId };
  await tx.rows('client_billing').insert({
    ...of,
    id: clientId,
    sex: 'U',
    street: '5 ELM STREET',
    city: 'ALBANY',
    region: 'NY',
    postal_code: '12207',
  });
  const coverage = (rank: number, payer: string | undefined) => ({
    ...of,
    id: newId(),
    client_id: clientId,
    payer_id: payer ?? '',
    rank,
    member_id: `W${String(100_000 + n * 10 + rank)}`,
    relationship: '18' as const,
    from_day: '2026-01-01',
    created_by: tx.actor,
  });
  await tx.rows('coverages').insert(coverage(1, payerIds[n % 2]));
  if (n % 5 === 0) await tx.rows('coverages').insert(coverage(2, payerIds[2]));
}
