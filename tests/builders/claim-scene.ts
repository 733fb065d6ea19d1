import { claimOf, insure, signedVisit } from '../../dev/demo/billing';
import { approveCharge } from '../../domain/claims/approve-charge';
import { setClinicianBilling } from '../../domain/billing/billing-identity';
import { claimBatchLife } from '../../domain/claims/claim-batch-state';
import { submitClaims } from '../../domain/claims/submit-claims';
import { writeBatch } from '../../domain/claims/write-batch';
import { locked } from '../../domain/database/locked';
import { move } from '../../domain/database/move';
import { payersOf } from './payers';
import { zone } from './practice';
import type { Scene } from './scene';
import { aStorage } from './storage';

let visits = 0;

/** The claim of a visit that the client of a scene had; it is ready to leave. Answers its id. */
export async function aClaim(scene: Scene): Promise<string> {
  const visitId = await aSignedVisit(scene);
  return scene.practice.as('biller', (tx) => claimOf(tx, visitId));
}

/** What such a visit is billed as: proposed, or approved. On its version. */
export async function aCharge(
  scene: Scene,
  reached: 'proposed' | 'approved' = 'proposed',
): Promise<{ readonly id: string; readonly version: number }> {
  const { practice } = scene;
  const visitId = await aSignedVisit(scene);
  return practice.as('biller', async (tx) => {
    const charge = await tx.one<{ id: string; version: number }>`
      select id, version from charges where practice_id = ${tx.practiceId} and visit_id = ${visitId}`;
    if (!charge) throw new Error('no charge was proposed');
    if (reached === 'proposed') return charge;
    await approveCharge(tx, charge);
    return { id: charge.id, version: charge.version + 1 };
  });
}

async function aSignedVisit(scene: Scene): Promise<string> {
  const { practice, clientId, clinicianId } = scene;
  const payers = await payersOf(practice);
  await practice.as('administrator', async (tx) => {
    const known =
      await tx.one`select 1 from clinician_billing where practice_id = ${tx.practiceId} and id = ${clinicianId}`;
    if (!known)
      await setClinicianBilling(tx, {
        clinicianId,
        firstName: 'NOOR',
        lastName: 'AMIN',
        npi: '1477000115',
        taxonomy: '1041C0700X',
      });
  });
  visits += 1;
  await practice.as('front_desk', async (tx) => {
    const known =
      await tx.one`select 1 from coverages where practice_id = ${tx.practiceId} and client_id = ${clientId}`;
    if (!known) await insure(tx, clientId, payers.slice(0, 1), visits);
  });
  return signedVisit((membershipId, work, now) => practice.as({ membershipId }, work, now), {
    desk: await practice.member('front_desk'),
    clinician: clinicianId,
    clientId,
    typeId: practice.types['therapy'] ?? '',
    start: `2026-10-${String(1 + (visits % 28)).padStart(2, '0')}T${String(8 + (visits % 10)).padStart(2, '0')}:00`,
    zone,
    minutes: 55,
  });
}

export interface SentScene {
  readonly claimId: string;
  readonly batchId: string;
  readonly fileId: string;
}

/** The same in a batch whose file is written and has not gone. */
export async function aWrittenBatch(scene: Scene): Promise<SentScene> {
  const { practice } = scene;
  const claimId = await aClaim(scene);
  const { id: batchId = '' } = await practice.as('biller', submitClaims);
  await writeBatch({ database: practice.worker, storage: aStorage() }, practice.id, batchId);
  const batch = await practice.as(
    'biller',
    (tx) => tx.one<{ file_id: string }>`
      select file_id from claim_batches where practice_id = ${tx.practiceId} and id = ${batchId}`,
  );
  return { claimId, batchId, fileId: batch?.file_id ?? '' };
}

export async function batchVersion({ practice }: Scene, id: string): Promise<number> {
  const row = await practice.as(
    'biller',
    (tx) => tx.one<{ version: number }>`
      select version from claim_batches where practice_id = ${tx.practiceId} and id = ${id}`,
  );
  return row?.version ?? 0;
}

/** A try to hand it over ends: the clearinghouse will not take the file (`return`), or nobody knows (`lose`). */
export async function endTry({ practice }: Scene, id: string, how: 'return' | 'lose'): Promise<void> {
  await practice.as({ practiceId: practice.id, service: 'edi' }, async (tx) => {
    const sending = await move(tx, 'claim_batches', claimBatchLife, await locked(tx, 'claim_batches', id), 'send');
    await move(tx, 'claim_batches', claimBatchLife, sending, how);
  });
}
