import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { readAcknowledgements } from '../../domain/claims/read-acknowledgements';
import type {
  ClearinghousePort,
  ListAnswer,
  OutgoingFile,
  SendAnswer,
} from '../../domain/clearinghouse/clearinghouse-port';
import { receiveFile } from '../../domain/clearinghouse/receive-file';
import { locked } from '../../domain/database/locked';
import type { ClaimBatchesRow } from '../../domain/database/tables.generated';
import type { StoragePort } from '../../domain/files/storage-port';
import { newId } from '../../domain/ids';
import { write999 } from '../../domain/x12/write-999';
import { diskStorage } from '../../integrations/storage/disk';
import type { BillingPractice } from './billing';
import type { TestPractice } from './invented-practice';
import { anEnvelope } from './x12/claims';

/** A clearinghouse in memory that a test may silence. */
export function aClearinghouse() {
  const arrived: OutgoingFile[] = [];
  let lost: { readonly arrives: boolean } | undefined;
  const answers: (SendAnswer | 'never')[] = [];
  const house = {
    arrived,
    /** It can't be reached to be given anything. */
    away: false,
    /** It answers nothing that it is asked. */
    silent: false,
    /** The answer to the next sending gets lost. */
    loseNext(arrives: boolean): void {
      lost = { arrives };
    },
    /** It takes nothing of the next sendings, and says so, or `never` a word. */
    answerNext(...next: readonly (Extract<SendAnswer, { readonly code: string }> | 'never')[]): void {
      answers.push(...next);
    },
    port: {
      vendor: 'clearinghouse',
      send: async (file, signal) => {
        if (house.away) return { kind: 'not_sent', code: 'ECONNREFUSED' };
        const answer = answers.shift();
        if (answer === 'never')
          await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }));
        if (answer) return answer === 'never' ? { kind: 'not_sent', code: 'timeout' } : answer;
        const losing = lost;
        lost = undefined;
        if (losing?.arrives !== false) arrived.push(file);
        return losing ? { kind: 'unknown', code: 'lost' } : { kind: 'accepted' };
      },
      find: async (name) => {
        if (house.silent) return { kind: 'unknown', code: 'silent' };
        return { kind: arrived.some((file) => file.name === name) ? 'found' : 'absent' };
      },
      list: async (): Promise<ListAnswer> =>
        house.silent ? { kind: 'unavailable', code: 'silent' } : { kind: 'listed', files: [] },
      fetch: async () => ({ kind: 'found', content: Readable.from([]) }),
    } satisfies ClearinghousePort as ClearinghousePort,
  };
  return house;
}

export type TestClearinghouse = ReturnType<typeof aClearinghouse>;

/** The practice has a business associate agreement with its clearinghouse. */
export async function agreed(practice: TestPractice, vendor = 'clearinghouse'): Promise<void> {
  await practice.as('administrator', (tx) =>
    tx.rows('business_associate_agreements').insert({
      practice_id: tx.practiceId,
      id: newId(),
      vendor,
      services: ['claims'],
      signed_on: '2020-01-01',
      recorded_by: tx.actor,
    }),
  );
}

/** Files are kept here, apart from those of other practices. */
export const someStorage = (): StoragePort => diskStorage(mkdtempSync(path.join(tmpdir(), 'kept-edi-')));

/** The clearinghouse says of the whole batch that its format is accepted, or refused. */
export async function acknowledge(practice: BillingPractice, batchId: string, code: 'A' | 'R' = 'A'): Promise<void> {
  const entering = { practiceId: practice.id, service: 'edi' } as const;
  const batch = await practice.as(entering, (tx) => locked(tx, 'claim_batches', batchId));
  const accepted = code === 'A' ? '1' : '0';
  const bytes = write999(anEnvelope(), {
    group: { functionalId: 'HC', control: String(batch.group_control) },
    sets: [],
    result: { code, included: '1', received: '1', accepted, reasons: [] },
  });
  const stores = { database: practice.worker, storage: practice.storage };
  const open = () => Readable.from([Buffer.from(bytes)]);
  const file = await receiveFile(stores, entering, { name: '999', cameBy: 'clearinghouse', open });
  await readAcknowledgements(stores, practice.id, file.id);
}

/** What a biller sees of a batch. */
export const batchOf = (practice: TestPractice, id: string): Promise<ClaimBatchesRow> =>
  practice.as('biller', (tx) => locked(tx, 'claim_batches', id));
