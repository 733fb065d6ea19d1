import { type BillingPractice, type SubmittedClaim, aBillingPractice } from '../../tests/builders/billing';
import { aClearinghouse, agreed, batchOf, someStorage } from '../../tests/builders/clearinghouse';
import { stepOf } from '../../tests/builders/flow';
import { aWorld } from '../../tests/builders/practice';
import { asSuperuser } from '../../tests/builders/sql';
import { locked } from '../database/locked';
import { newId } from '../ids';
import { beginBatchStep } from './carry-out-batch';
import { type BatchAnswer, type Taking, recordHandOver } from './hand-over';
import { handOverTiming } from './hand-over-timing';
import { releaseBatch } from './release-batch';
import { sendBatch } from './send-batch';
import { settleBatch } from './settle-batch';
import { submitClaims, takeOverBatch } from './submit-claims';
import { writeBatch } from './write-batch';

const world = aWorld();
let practice: BillingPractice;
beforeEach(async () => {
  practice = await aBillingPractice(world(), someStorage());
  await agreed(practice);
});

const edi = () => ({ practiceId: practice.id, service: 'edi' }) as const;
const stores = () => ({ database: world().worker, storage: practice.storage });
const submit = () => practice.as('biller', submitClaims);
async function opened(): Promise<string> {
  const { id } = await submit();
  if (id === undefined) throw new Error('nothing was ready');
  return id;
}
async function written(): Promise<string> {
  const id = await opened();
  await writeBatch(stores(), practice.id, id);
  return id;
}
const stateOf = async ({ id }: SubmittedClaim) => (await practice.as(edi(), (tx) => locked(tx, 'claims', id))).state;
const rightsOf = (membershipId: string, roles: readonly string[]) =>
  asSuperuser(world().urls, (sql) =>
    sql.query('update kernel.memberships set roles = $1 where id = $2', [roles, membershipId]),
  );
const workOf = (refId: string) =>
  practice.as(
    edi(),
    (tx) => tx.all<{ cause: string; params: unknown }>`
      select cause, params from work_items where practice_id = ${tx.practiceId} and ref_id = ${refId} and state = 'open'`,
  );

test.each(['one who submits again', 'three at once'])('%s: the file goes once', async (who) => {
  await practice.ready();
  const [id, house] = [await written(), aClearinghouse()];
  const means = { ...stores(), clearinghouse: house.port, timing: handOverTiming };
  const senders = who === 'three at once' ? 3 : 1;
  const outcomes = await Promise.all(Array.from({ length: senders }, () => sendBatch(means, practice.id, id)));
  expect(outcomes).toContain('sent');
  expect(new Set(outcomes).isSubsetOf(new Set(['sent', 'busy']))).toBe(true);
  expect(await sendBatch(means, practice.id, id)).toBe('sent');
  expect(house.arrived).toHaveLength(1);
});

test('a clearinghouse that does not answer is waited for, longer each time, and then has the file once', async () => {
  const claim = await practice.ready();
  const [id, house] = [await written(), aClearinghouse()];
  const means = { ...stores(), clearinghouse: house.port, timing: handOverTiming };
  const waits: number[] = [];
  for (let tries = 0; tries < 8; tries += 1) {
    house.answerNext({ kind: 'not_sent', code: 'ECONNREFUSED' });
    const before = Date.now();
    expect(await sendBatch(means, practice.id, id)).toBe('waiting');
    waits.push(Math.round(((await stepOf(practice, id))?.due_at?.getTime() ?? 0) - before) / 1000);
    expect(await stepOf(practice, id)).toMatchObject({
      step: 'hand_over',
      params: { code: 'ECONNREFUSED', tries: tries + 1 },
    });
  }
  expect(waits.map((seconds) => Math.round(seconds / 15))).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  expect(await workOf(id)).toMatchObject([{ cause: 'claim_batch_stuck' }]);
  expect(await sendBatch(means, practice.id, id)).toBe('sent');
  expect(house.arrived).toHaveLength(1);
  expect(await stateOf(claim)).toBe('submitted');
  expect(await workOf(id)).toEqual([]);
});

test('what the clearinghouse will not take stays, with its claims, until a person releases them for the next batch', async () => {
  const claim = await practice.ready();
  const [id, house] = [await written(), aClearinghouse()];
  const means = { ...stores(), clearinghouse: house.port, timing: handOverTiming };
  house.answerNext({ kind: 'refused', code: 'name_malformed' });
  expect(await sendBatch(means, practice.id, id)).toBe('returned');
  expect(await sendBatch(means, practice.id, id)).toBe('returned');
  expect(await workOf(id)).toEqual([{ cause: 'claim_batch_returned', params: { code: 'name_malformed' } }]);
  expect([await stateOf(claim), await submit()]).toEqual(['ready', { blocked: [] }]);
  await practice.as('biller', async (tx) =>
    releaseBatch(tx, { id, version: (await locked(tx, 'claim_batches', id)).version }),
  );
  expect([await workOf(id), await sendBatch(means, practice.id, id)]).toEqual([[], 'void']);
  const next = await written();
  expect(await sendBatch(means, practice.id, next)).toBe('sent');
  expect([house.arrived.length, await stateOf(claim)]).toEqual([1, 'submitted']);
});

test('an order of someone who may send claims no longer is held, and another person takes it over', async () => {
  await practice.ready();
  const [id, house] = [await written(), aClearinghouse()];
  const means = { ...stores(), clearinghouse: house.port, timing: handOverTiming };
  await rightsOf(await practice.member('biller'), ['auditor']);
  try {
    expect(await sendBatch(means, practice.id, id)).toBe('held');
    expect([house.arrived, await workOf(id)]).toMatchObject([[], [{ cause: 'batch_order_lapsed' }]]);
  } finally {
    await rightsOf(await practice.member('biller'), ['biller']);
  }
  await practice.as('administrator', async (tx) =>
    takeOverBatch(tx, { id, version: (await locked(tx, 'claim_batches', id)).version }),
  );
  expect([await sendBatch(means, practice.id, id), await workOf(id)]).toEqual(['sent', []]);
});

test.each([
  [true, 'sent', 0],
  [false, 'sent', 1],
] as const)(
  'a clearinghouse that shows nobody what it took: a person says whether it has the file (%s)',
  async (arrived, outcome, sent) => {
    const claim = await practice.ready();
    const [id, house] = [await written(), aClearinghouse()];
    const means = { ...stores(), clearinghouse: house.port, timing: handOverTiming };
    house.loseNext(false);
    house.silent = true;
    await sendBatch(means, practice.id, id);
    expect(await sendBatch(means, practice.id, id)).toBe('unknown');
    await practice.as('biller', async (tx) =>
      settleBatch(tx, { id, version: (await locked(tx, 'claim_batches', id)).version, arrived }),
    );
    expect(await sendBatch(means, practice.id, id)).toBe(outcome);
    expect([house.arrived.length, await stateOf(claim), await workOf(id)]).toEqual([sent, 'submitted', []]);
  },
);

test('an answer of an earlier try: that it arrived counts, that it did not counts no more', async () => {
  await practice.ready();
  const id = await written();
  const timing = { ...handOverTiming, leaseMs: 0 };
  const means = { ...stores(), clearinghouse: aClearinghouse().port, timing };
  const take = (step: string) => beginBatchStep(means, practice.id, { id, step, occurrence: 1 });
  const record = (taken: Taking, answer: BatchAnswer) =>
    practice.as(edi(), async (tx) => {
      if (taken.kind === 'planned') throw new Error('not taken');
      return recordHandOver(tx, taken, answer, timing);
    });
  const [first, second] = [await take('hand_over'), await take('settle')];
  await record(first, { kind: 'not_sent', code: 'slow' });
  expect(await batchOf(practice, id)).toMatchObject({ state: 'sending' });
  await record(second, { kind: 'absent' });
  expect(await batchOf(practice, id)).toMatchObject({ state: 'written' });
  expect(await record(first, { kind: 'accepted' })).toMatchObject({ step: 'await_acknowledgement' });
  await record(second, { kind: 'absent' });
  expect(await batchOf(practice, id)).toMatchObject({ state: 'sent' });
});

test('without a clearinghouse, or a file store that answers, it waits and says why', async () => {
  await practice.ready();
  const id = await opened();
  const house = aClearinghouse();
  const dumb: typeof practice.storage = {
    ...practice.storage,
    put: async () => ({ kind: 'unavailable', code: 'ECONNREFUSED' }),
    get: async () => ({ kind: 'unavailable', code: 'ECONNREFUSED' }),
  };
  const means = { ...stores(), clearinghouse: house.port, timing: handOverTiming };
  expect(await sendBatch({ ...means, storage: dumb }, practice.id, id)).toBe('waiting');
  expect(await stepOf(practice, id)).toMatchObject({ step: 'write', params: { code: 'files_unavailable' } });
  await writeBatch(stores(), practice.id, id);
  expect(await sendBatch({ ...means, storage: dumb }, practice.id, id)).toBe('waiting');
  expect(await stepOf(practice, id)).toMatchObject({ step: 'hand_over', params: { code: 'files_unavailable' } });
  expect(await sendBatch({ ...means, clearinghouse: undefined }, practice.id, id)).toBe('waiting');
  expect(await stepOf(practice, id)).toMatchObject({ step: 'hand_over', params: { code: 'not_configured' } });
  expect(await sendBatch(means, practice.id, id)).toBe('sent');
  expect([house.arrived.length, await workOf(id)]).toEqual([1, []]);
});

test('without an agreement nothing goes to the clearinghouse, and it is work', async () => {
  const other = await aBillingPractice(world(), practice.storage);
  await other.ready();
  const { id = newId() } = await other.as('biller', submitClaims);
  const house = aClearinghouse();
  expect(await sendBatch({ ...stores(), clearinghouse: house.port, timing: handOverTiming }, other.id, id)).toBe(
    'waiting',
  );
  expect(house.arrived).toEqual([]);
});
