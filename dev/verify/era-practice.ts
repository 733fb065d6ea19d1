import { noteClaimEvent } from '../../domain/claims/note-claim-event';
import { registerClient } from '../../domain/clients/register-client';
import type { Database } from '../../domain/database/database';
import { locked } from '../../domain/database/locked';
import { newId } from '../../domain/ids';
import { foundPractice } from '../../domain/practice/found-practice';
import { standardPolicy } from '../../domain/practice/policy';
import { addStaff } from '../../domain/staff/add-staff';
import { addDays, wallTimeOn } from '../../domain/time/wall-time';
import { type As, claimOf, insure, loadSomeCodes, setUpBilling, signedVisit } from '../demo/billing';

const zone = 'America/New_York';
const families = ['ALDER', 'BIRCH', 'CEDAR', 'DOGWOOD', 'ELM', 'FIR', 'GUM', 'HAZEL'] as const;

/** A practice with this many submitted claims, each of a visit that was booked, held, noted and signed by the use-cases. */
export async function practiceWithClaims(
  means: { readonly app: Database; readonly worker: Database; readonly migratorUrl: string },
  count: number,
): Promise<string> {
  const administrator = { email: `era-${newId()}@example.org`, passwordHash: 'none', displayName: 'Era Admin' };
  const { practiceId, membershipId: owner } = await foundPractice(
    { migratorUrl: means.migratorUrl, database: means.app },
    { name: 'Era Practice', zone, phone: '+12125550100', policy: standardPolicy, administrator },
  );
  const act = { act: 'verify', purpose: 'billing' } as const;
  const as: As = (membershipId, work, now) =>
    means.app.inPractice({ membershipId }, act, work, now === undefined ? {} : { now });
  await loadSomeCodes(means.worker);
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
  await means.worker.inPractice({ practiceId, service: 'edi' }, act, async (tx) => {
    const claims = await tx.all<{ id: string }>`select id from claims where practice_id = ${tx.practiceId} order by id`;
    for (const { id } of claims)
      await noteClaimEvent(tx, await locked(tx, 'claims', id), { kind: 'submitted', evidenceKey: 'verify' });
  });
  return practiceId;
}

async function oneClaim(
  as: As,
  who: { readonly owner: string; readonly clinician: string; readonly payerIds: readonly string[] },
  n: number,
): Promise<void> {
  const clientId = await as(who.owner, (tx) =>
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
  );
  const [first, second] = [who.payerIds[n % 2] ?? '', who.payerIds[2] ?? ''];
  await as(who.owner, (tx) => insure(tx, clientId, n % 5 === 0 ? [first, second] : [first], n));
  const type = await as(
    who.owner,
    (tx) => tx.one<{ id: string }>`
      select id from appointment_types where practice_id = ${tx.practiceId} and code = ${n % 4 === 1 ? 'telehealth' : 'therapy'}`,
  );
  const visitId = await signedVisit(as, {
    desk: who.owner,
    clinician: who.clinician,
    clientId,
    typeId: type?.id ?? '',
    start: wallTimeOn(addDays('2026-10-01', Math.floor(n / 6)), 9 * 60 + (n % 6) * 75),
    zone,
    minutes: n % 3 === 0 ? 45 : 55,
  });
  await as(who.owner, (tx) => claimOf(tx, visitId, n % 2 === 0 ? ['90785'] : []));
}
