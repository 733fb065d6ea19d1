import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type BillingPractice, type SubmittedClaim, aBillingPractice } from '../../tests/builders/billing';
import { aWorld } from '../../tests/builders/practice';
import { diskStorage } from '../../integrations/storage/disk';
import { aClearinghouse, agreed } from '../../tests/builders/clearinghouse';
import { check } from '../x12/check/check';
import { handOverTiming } from './hand-over-timing';
import { sendBatch } from './send-batch';
import { submitClaims } from './submit-claims';
import { writeBatch } from './write-batch';

const world = aWorld();
let practice: BillingPractice;
beforeEach(async () => {
  practice = await aBillingPractice(world(), diskStorage(mkdtempSync(join(tmpdir(), 'kept-edi-'))));
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
const stateOf = async ({ id }: SubmittedClaim) => (await practice.as(edi(), (tx) => claimState(tx, id)))?.state;
type Tx = Parameters<Parameters<BillingPractice['as']>[1]>[0];
const claimState = (tx: Tx, id: string) =>
  tx.one<{ state: string }>`select state from claims where practice_id = ${tx.practiceId} and id = ${id}`;
const batchOf = (id: string) =>
  practice.as(
    edi(),
    (tx) => tx.one<{ state: string; interchange_control: number; name: string | null; storage_key: string | null }>`
      select b.state, b.interchange_control, f.name, f.storage_key from claim_batches b
        left join edi_files f on f.practice_id = b.practice_id and f.id = b.file_id
       where b.practice_id = ${tx.practiceId} and b.id = ${id}`,
  );
async function bytesOf(key: string): Promise<Buffer> {
  const file = await practice.storage.get(key);
  if (file.kind !== 'found') throw new Error(file.kind);
  return buffer(file.content);
}
const workOf = (refId: string) =>
  practice.as(
    edi(),
    (tx) => tx.all<{ cause: string; params: unknown }>`
      select cause, params from work_items where practice_id = ${tx.practiceId} and ref_id = ${refId} and state = 'open'`,
  );

test('ready claims become one file that passes the scrub, and each knows its bytes in it', async () => {
  const claims = [await practice.ready(), await practice.ready({ addOns: ['90785'] })];
  const id = await written();
  expect(await batchOf(id)).toMatchObject({ state: 'written', name: expect.stringMatching(/^\d{9}-[0-9a-f-]+\.837$/) });
  const bytes = await bytesOf(`edi/out/${id}`);
  expect(await check('batch', [bytes])).toMatchObject({ accepted: true });
  const sendings = await practice.as(
    edi(),
    (tx) => tx.all<{ claim_id: string; from_byte: number; until_byte: number }>`
      select claim_id, from_byte, until_byte from claim_sendings where practice_id = ${tx.practiceId} and batch_id = ${id}`,
  );
  expect(sendings).toHaveLength(2);
  for (const claim of claims) {
    const at = sendings.find(({ claim_id }) => claim_id === claim.id);
    const range = bytes.subarray(at?.from_byte, at?.until_byte).toString('latin1');
    expect(range).toMatch(/^HL\*/);
    expect(range).toContain(`CLM*${claim.controlNumber}*`);
    expect(range.match(/CLM\*/g)).toHaveLength(1);
    expect(await stateOf(claim)).toBe('ready');
  }
  expect(await submit()).toEqual({ blocked: [] });
});

test('killed after the numbers or after the bytes, the next call makes the same file under the same numbers', async () => {
  await practice.ready();
  const id = await opened();
  const dead = { ...practice.storage, put: () => Promise.reject(new Error('killed')) };
  await expect(writeBatch({ database: world().worker, storage: dead }, practice.id, id)).rejects.toThrow('killed');
  const deaf: typeof practice.storage = {
    ...practice.storage,
    put: async (request) => {
      await practice.storage.put(request);
      throw new Error('killed after');
    },
  };
  await expect(writeBatch({ database: world().worker, storage: deaf }, practice.id, id)).rejects.toThrow(
    'killed after',
  );
  const late = await practice.ready();
  await writeBatch(stores(), practice.id, id);
  expect(await batchOf(id)).toMatchObject({ state: 'written', interchange_control: 1 });
  const versions = await practice.storage.versions(`edi/out/${id}`);
  expect(versions).toMatchObject({ kind: 'listed', versions: { length: 1 } });
  expect((await bytesOf(`edi/out/${id}`)).toString('latin1')).not.toContain(late.controlNumber);
});

test('two who submit at once put a claim into one batch', async () => {
  await practice.ready();
  const ids = await Promise.all([submit(), submit(), submit()]);
  expect(new Set(ids.flatMap(({ id }) => id ?? [])).size).toBe(1);
  const batches = await practice.as(
    edi(),
    (tx) => tx.all`select id from claim_batches where practice_id = ${tx.practiceId}`,
  );
  expect(batches).toHaveLength(1);
});

test('what payers would refuse is blocked with its rules and work, and the others leave without it', async () => {
  const [sound, broken] = [await practice.ready(), await practice.ready()];
  await practice.as(edi(), async (tx) => {
    await tx.rows.raw(
      `insert into claim_versions (practice_id, claim_id, version_no, client_id, frequency, content, made_by)
       select practice_id, claim_id, 2, client_id, '7', content || '{"frequency":"7"}', made_by
         from claim_versions where practice_id = ? and claim_id = ?`,
      [tx.practiceId, broken.id],
    );
    await tx.rows('claims').where({ practice_id: tx.practiceId, id: broken.id }).update({ version_no: 2 });
  });
  const { id, blocked } = await submit();
  await writeBatch(stores(), practice.id, id ?? '');
  expect(blocked).toEqual([{ controlNumber: broken.controlNumber, rules: ['payer_control_number_missing'] }]);
  expect(await stateOf(broken)).toBe('blocked');
  expect(await workOf(broken.id)).toEqual([
    { cause: 'claim_blocked', params: { rules: 'payer_control_number_missing' } },
  ]);
  const text = (await bytesOf(`edi/out/${id ?? ''}`)).toString('latin1');
  expect(text).toContain(sound.controlNumber);
  expect(text).not.toContain(broken.controlNumber);
});

test('claims are submitted once the clearinghouse has the file, and sending again sends nothing', async () => {
  const claim = await practice.ready();
  const [id, house] = [await written(), aClearinghouse()];
  expect(await sendBatch({ ...stores(), clearinghouse: house.port, timing: handOverTiming }, practice.id, id)).toBe(
    'sent',
  );
  expect(await sendBatch({ ...stores(), clearinghouse: house.port, timing: handOverTiming }, practice.id, id)).toBe(
    'sent',
  );
  expect(house.arrived.map(({ bytes }) => Buffer.from(bytes))).toEqual([await bytesOf(`edi/out/${id}`)]);
  expect(await stateOf(claim)).toBe('submitted');
  expect(await batchOf(id)).toMatchObject({ state: 'sent' });
});

test.each(['arrived', 'did not arrive'] as const)(
  'the answer to a sending is lost and the file %s: it is asked for, and is there once',
  async (truth) => {
    const claim = await practice.ready();
    const [id, house] = [await written(), aClearinghouse()];
    const means = { ...stores(), clearinghouse: house.port, timing: handOverTiming };
    house.loseNext(truth === 'arrived');
    expect(await sendBatch(means, practice.id, id)).toBe('unknown');
    expect(await stateOf(claim)).toBe('ready');
    expect(await workOf(id)).toMatchObject([{ cause: 'claim_batch_stuck' }]);
    house.silent = true;
    expect(await sendBatch(means, practice.id, id)).toBe('unknown');
    house.silent = false;
    expect(await sendBatch(means, practice.id, id)).toBe('sent');
    expect(house.arrived).toHaveLength(1);
    expect(await stateOf(claim)).toBe('submitted');
    expect(await workOf(id)).toEqual([]);
  },
);
