import { Readable } from 'node:stream';
import { readInboundFile } from '../domain/clearinghouse/read-inbound-file';
import { receiveFile } from '../domain/clearinghouse/receive-file';
import type { StoragePort } from '../domain/files/storage-port';
import { readClaimLedger } from '../domain/ledger/claim-ledger';
import { planRemittance, takeRemittanceStep } from '../domain/remittances/plan-remittance';
import { postPayments } from '../domain/remittances/post-remittance';
import { takeBackRemittance } from '../domain/remittances/undo-remittance';
import { answer } from '../tests/builders/answers';
import { type BillingPractice, type SubmittedClaim, aBillingPractice, aFile } from '../tests/builders/billing';
import { closeAfterEach } from '../tests/builders/closing';
import { planned, stepOf } from '../tests/builders/flow';
import { aWorld, times } from '../tests/builders/practice';
import { aStorage } from '../tests/builders/storage';
import { aTaskQueue, anEngine, countEvents, someWorkers, until } from '../tests/builders/temporal';
import { contractual, copay } from '../tests/builders/x12/remittances';
import type { RunningWorker } from '../worker/worker';
import { workflowId } from './contracts/ids';

const closing = closeAfterEach();
const [world, another] = [aWorld(), aWorld()];
const storage = aStorage();

const arrived = async (practice: BillingPractice, file: Uint8Array): Promise<string> => {
  const { id } = await receiveFile(
    { database: practice.worker, storage },
    { practiceId: practice.id, service: 'edi' },
    { name: 'flow.835', cameBy: 'clearinghouse', open: () => Readable.from([Buffer.from(file)]) },
  );
  return id;
};
const paid = (claims: readonly SubmittedClaim[], trace: string) =>
  aFile(
    claims.map((claim) => answer(claim, [contractual(40), copay(25)])),
    { trace },
  );
const standings = (practice: BillingPractice, claims: readonly SubmittedClaim[]) =>
  Promise.all(
    claims.map(async (claim) => {
      const { whole } = await practice.as('biller', (tx) => readClaimLedger(tx, claim.controlNumber));
      return [whole.paid, whole.client, whole.open];
    }),
  );
const submitted = async (practice: BillingPractice, count: number): Promise<readonly SubmittedClaim[]> => {
  const claims: SubmittedClaim[] = [];
  for (let n = 0; n < count; n += 1) claims.push(await practice.submitted());
  return claims;
};
const paymentOf = (practice: BillingPractice, fileId: string) =>
  practice.as('biller', async (tx) => {
    const row = await tx.one<{ id: string; version: number; state: string }>`
      select id, version, state from remittances where practice_id = ${tx.practiceId} and file_id = ${fileId}`;
    if (!row) throw new Error('no payment');
    return row;
  });

/** All of it is done, and the workflow has ended. */
const ended = async (practice: BillingPractice, fileId: string, { temporal }: RunningWorker) => {
  await planned(practice, fileId, undefined);
  const handle = temporal.workflow.getHandle(workflowId.remittance(fileId));
  await until(async () => (await handle.describe()).status.name === 'COMPLETED');
  return (await handle.describe()).runId;
};

test('a file that came is read and posted in portions, and the workflow ends; taken back, it runs again', async () => {
  const engine = closing(await anEngine(world(), { deps: { storage, claimsAtOnce: 2 } }));
  const practice = await aBillingPractice(world(), storage);
  const claims = await submitted(practice, 5);
  const fileId = await arrived(practice, paid(claims, 'FLOW-1'));
  const handle = engine.worker.temporal.workflow.getHandle(workflowId.remittance(fileId));
  const runId = await ended(practice, fileId, engine.worker);
  expect(await standings(practice, claims)).toEqual(times(5, () => [11_000, 2500, 0]));
  const { events } = await handle.fetchHistory();
  // read, three portions, and one that finds nothing more to post
  expect(countEvents(events ?? [])['ACTIVITY_TASK_COMPLETED']).toBeLessThanOrEqual(5);

  const { id, version } = await paymentOf(practice, fileId);
  await practice.as('biller', (tx) => takeBackRemittance(tx, { id, version }));
  await until(async () => (await paymentOf(practice, fileId)).state === 'undone');
  expect(await standings(practice, claims)).toEqual(times(5, () => [0, 0, 17_500]));
  expect(await ended(practice, fileId, engine.worker)).not.toBe(runId);
});

test('what a worker that died left in the middle of a portion is gone on with, nothing is posted twice', async () => {
  const practice = await aBillingPractice(another(), storage);
  const claims = await submitted(practice, 6);
  const fileId = await arrived(practice, paid(claims, 'FLOW-2'));
  const stores = { database: another().worker, storage };
  const step = { practiceId: practice.id, id: fileId, occurrence: 1 };
  for (const name of ['read', 'post']) {
    const taken = practice.as({ practiceId: practice.id, service: 'edi' }, async (tx) => {
      await planRemittance(tx, fileId);
      return takeRemittanceStep(tx, { ...step, step: name });
    });
    expect(await taken).toEqual({ kind: 'taken' });
    if (name === 'read') await readInboundFile(stores, practice.id, fileId);
    else await postPayments(stores.database, practice.id, fileId, { claims: 2 });
  }
  const engine = closing(await anEngine(another(), { deps: { storage } }));
  await ended(practice, fileId, engine.worker);
  expect(await standings(practice, claims)).toEqual(times(6, () => [11_000, 2500, 0]));
});

test('a file store that does not answer is waited for, and screens say so', async () => {
  const away: { away: boolean } = { away: true };
  const patient: StoragePort = {
    ...storage,
    get: async (...call) =>
      (away.away ? { kind: 'unavailable' } : storage.get(...call)) as ReturnType<StoragePort['get']>,
  };
  const taskQueue = aTaskQueue();
  const worker = closing(await someWorkers(world(), taskQueue, { deps: { storage: patient } }));
  const practice = await aBillingPractice(world(), storage);
  const [claim] = await submitted(practice, 1);
  const fileId = await arrived(practice, paid(claim ? [claim] : [], 'FLOW-3'));
  await worker.temporal.workflow.start('remittance', {
    workflowId: workflowId.remittance(fileId),
    taskQueue,
    args: [{ practiceId: practice.id, id: fileId }],
  });
  const step = await until(async () => {
    const row = await stepOf(practice, fileId);
    return (row?.params as { code?: string } | undefined)?.code === 'files_unavailable' && row;
  });
  expect(step).toMatchObject({ step: 'read', tries: 0 });
  expect(step.due_at?.getTime()).toBeGreaterThan(Date.now() + 30_000);
  away.away = false;
  await worker.temporal.workflow.getHandle(workflowId.remittance(fileId)).signal('lookAgain');
  await ended(practice, fileId, worker);
  expect(claim && (await standings(practice, [claim]))).toEqual([[11_000, 2500, 0]]);
});
