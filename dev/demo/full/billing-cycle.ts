import { Readable } from 'node:stream';
import { approveCharges } from '../../../domain/claims/approve-charges';
import { handOverTiming } from '../../../domain/claims/hand-over-timing';
import { sendBatch } from '../../../domain/claims/send-batch';
import { submitClaims } from '../../../domain/claims/submit-claims';
import { fetchKeyOf } from '../../../domain/clearinghouse/collect-answers';
import { type FileStores, receiveFile } from '../../../domain/clearinghouse/receive-file';
import type { Database } from '../../../domain/database/database';
import type { MembershipId } from '../../../domain/ids';
import { carryOutRemittance } from '../../../domain/remittances/carry-out-remittance';
import { planRemittance } from '../../../domain/remittances/plan-remittance';
import type { StoragePort } from '../../../domain/files/storage-port';
import { type Instant, addMinutes } from '../../../domain/time/instant';
import type { As } from '../billing';
import { insideOf } from './acting';
import { type SimulatedPayer, type WaitingAnswer, secondsOf } from './simulated-payer';

/** What money passes through in these months. */
export interface BillingMeans {
  readonly practiceId: string;
  readonly as: As;
  readonly biller: MembershipId;
  readonly worker: Database;
  /** When the worker acts. */
  readonly clock: { now: Instant };
  readonly storage: StoragePort;
  readonly payer: SimulatedPayer;
}

/** The biller approves what is proposed for these visits, and what is ready leaves. */
export async function billingDay(means: BillingMeans, visits: readonly string[], at: Instant): Promise<void> {
  const { as, biller, practiceId, storage, payer, clock } = means;
  await as(
    biller,
    async (tx) => {
      const charges = await tx.all<{ id: string; version: number }>`
        select id, version from charges
         where practice_id = ${tx.practiceId} and visit_id = any (${[...visits]}::uuid[]) and state = 'proposed' order by line_control`;
      await approveCharges(tx, charges);
    },
    at,
  );
  const batch = await as(biller, (tx) => submitClaims(tx), addMinutes(at, 10));
  const { id } = batch;
  if (id === undefined) return;
  clock.now = addMinutes(at, 11);
  const outcome = await asWorker(means, (database) =>
    sendBatch({ database, storage, clearinghouse: payer.port, timing: handOverTiming }, practiceId, id),
  );
  if (outcome !== 'sent') throw new Error(`a batch of claims is ${outcome}`);
}

/** What has come by then is taken in, each file at its instant: read, posted, and noted as fetched. */
export async function takeAnswers(means: BillingMeans, until: Instant): Promise<void> {
  const come = await means.payer.comeBy(until);
  await asWorker(means, async (database) => {
    for (const answer of come) await takeIn({ ...means, worker: database }, answer);
  });
}

/** Many transactions of services as parts of one. */
const asWorker = <T>(means: BillingMeans, work: (database: Database) => Promise<T>): Promise<T> =>
  means.worker.inPractice({ practiceId: means.practiceId, service: 'edi' }, act, (tx) =>
    work(insideOf(means.worker, tx, means.clock)),
  );

async function takeIn(means: BillingMeans, { name, bytes, at }: WaitingAnswer): Promise<void> {
  means.clock.now = addMinutes(at, 2);
  await storeAndRead(means, { name, bytes, cameBy: 'clearinghouse' });
  const key = fetchKeyOf('clearinghouse', { name, bytes: bytes.length, writtenAt: secondsOf(at) * 1000 });
  await means.worker.kernel.raw('select kernel.note_fetched(?)', [key]);
}

/** Stores a file and lets its workflow's steps happen, at the instant of the clock. Answers its id. */
export const takeFile = (means: BillingMeans, file: ComingFile): Promise<string> =>
  asWorker(means, (worker) => storeAndRead({ ...means, worker }, file));

interface ComingFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly cameBy: 'clearinghouse' | 'upload';
}

async function storeAndRead({ worker, storage, practiceId }: BillingMeans, file: ComingFile): Promise<string> {
  const stores: FileStores = { database: worker, storage };
  const open = () => Readable.from([file.bytes]);
  const kept = await receiveFile(stores, { practiceId, service: 'edi' }, { ...file, open });
  let next = await worker.inPractice({ practiceId, service: 'edi' }, act, (tx) => planRemittance(tx, kept.id));
  while (next.kind === 'step')
    next = await carryOutRemittance(stores, { practiceId, id: kept.id, step: next.step }, { claims: Infinity });
  return kept.id;
}

const act = { act: 'demo', purpose: 'billing' } as const;
