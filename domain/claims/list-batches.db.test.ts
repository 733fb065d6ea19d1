import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskStorage } from '../../integrations/storage/disk';
import { type BillingPractice, aBillingPractice } from '../../tests/builders/billing';
import { aClearinghouse, agreed } from '../../tests/builders/clearinghouse';
import { aWorld } from '../../tests/builders/practice';
import { handOverTiming } from './hand-over-timing';
import { listBatches, readBatch, readyToLeave, takeOutBatchFile } from './list-batches';
import { sendBatch } from './send-batch';
import { submitClaims } from './submit-claims';

const world = aWorld();
let practice: BillingPractice;
beforeEach(async () => {
  practice = await aBillingPractice(world(), diskStorage(mkdtempSync(join(tmpdir(), 'kept-edi-'))));
  await agreed(practice);
});

const means = () => ({ database: world().worker, storage: practice.storage, timing: handOverTiming });
const ready = () => practice.as('biller', readyToLeave);
const read = (id: string) => practice.as('biller', (tx) => readBatch(tx, id));
const opened = async () => (await practice.as('biller', submitClaims)).id ?? '';

test('what would leave is counted until it is in a batch, and the batch says how much it carries and who sent it', async () => {
  await practice.ready();
  await practice.ready({ addOns: ['90785'] });
  expect(await ready()).toEqual({ claims: 2, chargeCents: 37_500 });
  const id = await opened();
  expect(await ready()).toEqual({ claims: 0, chargeCents: 0 });
  expect(await read(id)).toMatchObject({
    state: 'open',
    controlNumber: '000000001',
    claims: 2,
    chargeCents: 37_500,
    orderedByName: 'biller',
    sentAt: null,
    file: null,
  });
});

test('a batch that the clearinghouse does not answer for says why it waits and when it goes on', async () => {
  await practice.ready();
  const id = await opened();
  const house = aClearinghouse();
  house.answerNext({ kind: 'not_sent', code: 'connection_lost' });
  await sendBatch({ ...means(), clearinghouse: house.port }, practice.id, id);
  const waiting = await read(id);
  expect(waiting).toMatchObject({ state: 'written', reason: 'connection_lost', tries: 1, next: { step: 'hand_over' } });
  expect(waiting.next?.due).toBeGreaterThan(Date.now());
  await sendBatch({ ...means(), clearinghouse: house.port }, practice.id, id);
  expect(await read(id)).toMatchObject({ state: 'sent', sentAt: expect.any(Number) });
});

test('batches are listed the latest first, and found by state', async () => {
  await practice.ready();
  const first = await opened();
  await practice.ready();
  const second = await opened();
  const list = (filter = {}, order: 'ASC' | 'DESC' = 'DESC') =>
    practice.as('biller', (tx) => listBatches(tx, filter, { sort: 'openedAt', order, offset: 0, limit: 10 }));
  expect((await list()).rows.map(({ id }) => id)).toEqual([second, first]);
  expect((await list({}, 'ASC')).rows.map(({ id }) => id)).toEqual([first, second]);
  expect(await list({ states: ['sent'] })).toEqual({ rows: [], total: 0 });
});

test('the file of a batch is there once it is written, and not for another practice', async () => {
  await practice.ready();
  const id = await opened();
  const takeOut = (from: BillingPractice) => from.as('biller', (tx) => takeOutBatchFile(tx, id));
  await expect(takeOut(practice)).rejects.toMatchObject({ code: 'not_found' });
  await sendBatch({ ...means(), clearinghouse: aClearinghouse().port }, practice.id, id);
  expect(await takeOut(practice)).toMatchObject({ name: expect.stringMatching(/^000000001-.*\.837$/) });
  const elsewhere = await aBillingPractice(world(), practice.storage);
  await expect(takeOut(elsewhere)).rejects.toMatchObject({ code: 'not_found' });
});
