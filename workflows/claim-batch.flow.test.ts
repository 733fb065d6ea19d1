import { buffer } from 'node:stream/consumers';
import { beginBatchStep } from '../domain/claims/carry-out-batch';
import { sendBatch } from '../domain/claims/send-batch';
import { locked } from '../domain/database/locked';
import { writeBatch } from '../domain/claims/write-batch';
import { submitClaims, takeOverBatch } from '../domain/claims/submit-claims';
import { type BillingPractice, aBillingPractice } from '../tests/builders/billing';
import { acknowledge, aClearinghouse, agreed, batchOf, someStorage } from '../tests/builders/clearinghouse';
import { closeAfterEach } from '../tests/builders/closing';
import { planned, stepOf, workOf } from '../tests/builders/flow';
import { aWorld } from '../tests/builders/practice';
import { type TestEngine, anEngine, countEvents, historyOfRun, quickHandOver, until } from '../tests/builders/temporal';
import { workflowId } from './contracts/ids';

let engine: TestEngine;
afterAll(() => engine.stop()); // before its database goes, which is closed next
const closing = closeAfterEach();
const storage = someStorage();
const world = aWorld();
const [first, second] = [aWorld(), aWorld()];
let practice: BillingPractice;
beforeAll(async () => {
  engine = await anEngine(world(), { deps: { storage } });
  practice = await aBillingPractice(world(), storage);
  await agreed(practice);
});

async function submitted(): Promise<string> {
  await practice.ready();
  const { id } = await practice.as('biller', submitClaims);
  if (id === undefined) throw new Error('nothing was ready');
  return id;
}
const arrivedOf = (id: string) => engine.house.arrived.filter(({ name }) => name.includes(id));
const claimStates = async (batchId: string) =>
  (
    await practice.as(
      'biller',
      (tx) => tx.all<{ state: string }>`
        select c.state from claim_sendings s join claims c on c.practice_id = s.practice_id and c.id = s.claim_id
         where s.practice_id = ${tx.practiceId} and s.batch_id = ${batchId}`,
    )
  ).map(({ state }) => state);
const lifeOf = (id: string, runId?: string) =>
  engine.worker.temporal.workflow.getHandle(workflowId.claim_batch(id), runId).describe();
const means = () => ({
  database: world().worker,
  storage,
  clearinghouse: engine.house.port,
  timing: quickHandOver,
});

test('claims that are submitted are written, handed over and acknowledged, and the workflow ends', async () => {
  const id = await submitted();
  await planned(practice, id, 'await_acknowledgement');
  expect([arrivedOf(id).length, await claimStates(id)]).toEqual([1, ['submitted']]);
  // What is told to a life that has ended begins another, which finds nothing to do: the first one is looked at.
  const { runId } = await lifeOf(id);
  await acknowledge(practice, id);
  await until(async () => (await lifeOf(id, runId)).status.name === 'COMPLETED');
  expect((await batchOf(practice, id)).state).toBe('accepted');
  expect(countEvents(await historyOfRun(engine.worker.temporal, workflowId.claim_batch(id), runId))).toMatchObject({
    ACTIVITY_TASK_SCHEDULED: 2, // written, handed over
    WORKFLOW_EXECUTION_COMPLETED: 1,
  });
});

test.each(['arrived', 'did not arrive'] as const)(
  'its answer is lost and the file %s: it is asked for before anything is sent again',
  async (truth) => {
    engine.house.loseNext(truth === 'arrived');
    const id = await submitted();
    await planned(practice, id, 'await_acknowledgement');
    expect([arrivedOf(id).length, await claimStates(id), await workOf(practice, id)]).toEqual([1, ['submitted'], []]);
    expect((await batchOf(practice, id)).attempts).toBe(truth === 'arrived' ? 2 : 3);
  },
);

test('an outage is waited out: shown with its reason, then the file goes once', async () => {
  engine.house.away = true;
  const id = await submitted();
  await until(async () => (await batchOf(practice, id)).attempts >= 3);
  expect(await stepOf(practice, id)).toMatchObject({ step: 'hand_over', params: { code: 'ECONNREFUSED' } });
  expect(await workOf(practice, id)).toEqual(['claim_batch_stuck']);
  engine.house.away = false;
  await planned(practice, id, 'await_acknowledgement');
  expect([arrivedOf(id).length, await workOf(practice, id)]).toEqual([1, []]);
});

test('a clearinghouse that never answers is given up in time, and asked before the file goes again', async () => {
  engine.house.answerNext('never');
  const id = await submitted();
  await planned(practice, id, 'await_acknowledgement');
  expect(arrivedOf(id)).toHaveLength(1);
});

test.each(['before it called', 'after the clearinghouse had it'] as const)(
  'a worker that dies %s: when its lease is over the clearinghouse is asked, and has the file once',
  async (when) => {
    const fresh = when === 'before it called' ? first() : second(); // nobody else's relay tells its workflow
    const house = aClearinghouse();
    const other = await aBillingPractice(fresh, storage);
    await agreed(other);
    await other.ready();
    const { id = '' } = await other.as('biller', submitClaims);
    const dead = { ...means(), database: fresh.worker, clearinghouse: house.port };
    const take = (step: string) => beginBatchStep(dead, other.id, { id, step, occurrence: 1 });
    await writeBatch(dead, other.id, id);
    expect(await take('hand_over')).toMatchObject({ kind: 'send', attempt: 1 });
    const file = await storage.get(`edi/out/${id}`);
    const { name } = await fileOf(other, id);
    if (when === 'after the clearinghouse had it' && file.kind === 'found')
      await house.port.send({ name, bytes: await buffer(file.content) });
    const again = closing(await anEngine(fresh, { house, deps: { storage } }));
    await planned(other, id, 'await_acknowledgement');
    expect([house.arrived.length, again.house.arrived.length, (await batchOf(other, id)).attempts]).toEqual([
      1,
      1,
      when === 'before it called' ? 3 : 2,
    ]);
  },
);

const fileOf = async (other: BillingPractice, id: string): Promise<{ readonly name: string }> => {
  const { file_id } = await batchOf(other, id);
  const row = await other.as('biller', (tx) => locked(tx, 'edi_files', file_id ?? ''));
  return row;
};

test('workflow and command line at once hand the file over once', async () => {
  const id = await submitted();
  const outcomes = await Promise.all(Array.from({ length: 4 }, () => sendBatch(means(), practice.id, id)));
  await planned(practice, id, 'await_acknowledgement');
  expect(new Set(outcomes).isSubsetOf(new Set(['sent', 'busy', 'waiting']))).toBe(true);
  expect(arrivedOf(id)).toHaveLength(1);
});

test('ordered by somebody who may send claims no longer, it waits; taken over, it leaves', async () => {
  await practice.ready();
  const orderedBy = await practice.member('front_desk');
  const id = await practice.as('biller', async (tx) => {
    const { id: batchId = '' } = await submitClaims(tx);
    await tx.rows('claim_batches').where({ practice_id: tx.practiceId, id: batchId }).update({ ordered_by: orderedBy });
    return batchId;
  });
  await planned(practice, id, 'await_order');
  expect([await workOf(practice, id), arrivedOf(id)]).toEqual([['batch_order_lapsed'], []]);
  const { version } = await batchOf(practice, id);
  await practice.as('administrator', (tx) => takeOverBatch(tx, { id, version }));
  await planned(practice, id, 'await_acknowledgement');
  expect([await workOf(practice, id), arrivedOf(id).length]).toEqual([[], 1]);
});
