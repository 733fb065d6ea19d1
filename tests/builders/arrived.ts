import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { readInboundFile } from '../../domain/clearinghouse/read-inbound-file';
import { receiveFile } from '../../domain/clearinghouse/receive-file';
import { locked } from '../../domain/database/locked';
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

async function arrives(practice: TestPractice, content: Uint8Array): Promise<string> {
  const stores = { database: practice.worker, storage: aStorage() };
  const file = await receiveFile(
    stores,
    { practiceId: practice.id, service: 'edi' },
    { name: 'arrived.txt', cameBy: 'clearinghouse', open: () => Readable.from([Buffer.from(content)]) },
  );
  const read = await readInboundFile(stores, practice.id, file.id);
  if (read.kind === 'remittance') await postRemittanceFile(stores, practice.id, file);
  return file.id;
}

/** A file that is none of the kinds that are read. */
export async function aFileSetAside(
  practice: TestPractice,
): Promise<{ readonly id: string; readonly version: number }> {
  const id = await arrives(practice, Buffer.from(`Out of office until ${randomUUID()}`));
  return { id, version: await versionOf(practice, 'edi_files', id) };
}

/** A payment under the number of another that is posted. */
export async function aPaymentSetAside(
  practice: TestPractice,
): Promise<{ readonly id: string; readonly version: number }> {
  const trace = randomUUID().slice(0, 12);
  const about = (controlNumber: string) =>
    aFile([aPaidClaim([aPaidLine(175, [contractual(40)])], { controlNumber })], { trace });
  await arrives(practice, about('ONE'));
  const fileId = await arrives(practice, about('ANOTHER'));
  const row = await practice.as(
    'biller',
    (tx) =>
      tx.one<{ id: string }>`select id from remittances where practice_id = ${tx.practiceId} and file_id = ${fileId}`,
  );
  const id = row?.id ?? '';
  return { id, version: await versionOf(practice, 'remittances', id) };
}

async function versionOf(practice: TestPractice, table: 'edi_files' | 'remittances', id: string): Promise<number> {
  return practice.as('biller', async (tx) => (await locked(tx, table, id)).version);
}

const billing = new WeakMap<TestPractice, Promise<BillingPractice>>();

/** A claim of the practice that has left. */
export async function aSubmittedClaim(practice: TestPractice): Promise<SubmittedClaim> {
  const known = billing.get(practice) ?? letBill(practice, aStorage());
  billing.set(practice, known);
  return (await known).submitted();
}
