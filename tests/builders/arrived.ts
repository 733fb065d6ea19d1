import { Readable } from 'node:stream';
import { receiveFile } from '../../domain/clearinghouse/receive-file';
import { postRemittanceFile } from '../../domain/remittances/post-remittance-file';
import { type BillingPractice, type SubmittedClaim, aFile, letBill } from './billing';
import type { TestPractice } from './practice';
import { aStorage } from './storage';
import { aPaidClaim, aPaidLine, contractual } from './x12/remittances';

export interface Arrived {
  readonly fileId: string;
  readonly remittanceId: string;
  readonly version: number;
  /** What it says of a claim that nobody knows: it waits for a person. */
  readonly claimId: string;
  readonly claimVersion: number;
}

/** A remittance that has come, been read and been posted as far as it can be: it speaks of a claim that is none of the practice's. */
export async function anArrivedRemittance(practice: TestPractice): Promise<Arrived> {
  const stores = { database: practice.worker, storage: aStorage() };
  const content = aFile([aPaidClaim([aPaidLine(175, [contractual(40)])])]);
  const file = await receiveFile(
    stores,
    { practiceId: practice.id, service: 'edi' },
    { name: 'arrived.835', cameBy: 'clearinghouse', open: () => Readable.from([Buffer.from(content)]) },
  );
  await postRemittanceFile(stores, practice.id, file);
  const row = await practice.as(
    'biller',
    (tx) => tx.one<{ id: string; version: number; claim: string; claim_version: number }>`
      select r.id, r.version, c.id as claim, c.version as claim_version from remittances r
        join remittance_claims c on c.practice_id = r.practice_id and c.remittance_id = r.id
       where r.practice_id = ${tx.practiceId} and r.file_id = ${file.id}`,
  );
  if (!row) throw new Error('nothing arrived');
  return {
    fileId: file.id,
    remittanceId: row.id,
    version: row.version,
    claimId: row.claim,
    claimVersion: row.claim_version,
  };
}

const billing = new WeakMap<TestPractice, Promise<BillingPractice>>();

/** A claim of the practice that has left. */
export async function aSubmittedClaim(practice: TestPractice): Promise<SubmittedClaim> {
  const known = billing.get(practice) ?? letBill(practice, aStorage());
  billing.set(practice, known);
  return (await known).submitted();
}
