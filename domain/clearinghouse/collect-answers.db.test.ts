import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { directoryClearinghouse } from '../../integrations/clearinghouse/directory';
import { diskStorage } from '../../integrations/storage/disk';
import { withHeldFile } from '../../integrations/storage/hold-file';
import { type BillingPractice, aBillingPractice } from '../../tests/builders/billing';
import { agreed } from '../../tests/builders/clearinghouse';
import { aWorld } from '../../tests/builders/practice';
import { asSuperuser } from '../../tests/builders/sql';
import { anEnvelope } from '../../tests/builders/x12/claims';
import { setBillingProfile } from '../billing/billing-identity';
import { writeTa1 } from '../x12/write-ta1';
import type { ClearinghousePort } from './clearinghouse-port';
import { collectAnswers } from './collect-answers';

const world = aWorld();
let practice: BillingPractice;
let folder: string;
let names = 0;
/** As which the practice of this test exchanges files. */
let receiver: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kept-answers-'));
  mkdirSync(join(folder, 'from'));
  practice = await aBillingPractice(world(), diskStorage(mkdtempSync(join(tmpdir(), 'kept-edi-'))));
  receiver = `R${String(Date.now())}${String((names += 1))}`.slice(-15);
  await exchangesAs(practice, receiver);
});

const exchangesAs = (one: BillingPractice, senderId: string) =>
  one.as('administrator', (tx) =>
    setBillingProfile(tx, {
      fromDay: '2021-01-01',
      legalName: 'CEDAR PRACTICE LLC',
      npi: '1234567893',
      taxId: '587654321',
      taxonomy: '261QM0801X',
      street: '12 HARBOR LANE',
      city: 'ALBANY',
      region: 'NY',
      postalCode: '122070001',
      contactName: 'BILLING',
      contactPhone: '2125550100',
      senderId,
      receiverId: 'CLEARHOUSE',
      receiverName: 'CLEARING HOUSE',
    }),
  );

const look = (seen: Set<string>, clearinghouse: ClearinghousePort = directoryClearinghouse(folder)) =>
  collectAnswers({ database: world().worker, storage: practice.storage, clearinghouse, hold: withHeldFile, seen });
/** Two looks, between which nothing changes. */
const collect = async (from = folder, clearinghouse: ClearinghousePort = directoryClearinghouse(from)) => {
  const seen = new Set<string>();
  expect(await look(seen, clearinghouse)).toMatchObject({ stored: 0, unplaced: 0 });
  return look(seen, clearinghouse);
};
/** The same, counting what is fetched. */
const counted = (vendor: string) => {
  const whole = directoryClearinghouse(folder);
  const fetched: string[] = [];
  const fetch: ClearinghousePort['fetch'] = (name) => {
    fetched.push(name);
    return whole.fetch(name);
  };
  return { port: { ...whole, vendor, fetch }, fetched };
};
const unplaced = async (vendor: string) => {
  const { rows } = await asSuperuser(world().urls, (sql) =>
    sql.query('select key from kernel.unplaced_files where vendor = $1', [vendor]),
  );
  return rows.length;
};
const leave = (name: string, content: Uint8Array | string) => writeFileSync(join(folder, 'from', name), content);
const answerTo = (receiverId: string, control = 1) =>
  writeTa1(anEnvelope({ interchangeControl: control, receiver: { qualifier: 'ZZ', id: receiverId } }), {
    control: '000000001',
    date: '261130',
    time: '0900',
    code: 'A',
    note: '000',
  });
const stored = async (one = practice) => {
  const rows = await one.as(
    { practiceId: one.id, service: 'edi' },
    (tx) => tx.all<{ name: string }>`
    select name from edi_files where practice_id = ${tx.practiceId} and direction = 'in' order by id`,
  );
  return rows.map(({ name }) => name);
};

test('an answer is stored once for the practice that it is for, however often and by however many it is looked for', async () => {
  await agreed(practice);
  leave('a.ta1', answerTo(receiver));
  const rounds = await Promise.all([collect(), collect()]);
  expect(rounds.every(({ code }) => code === undefined)).toBe(true);
  expect(await collect()).toEqual({ stored: 0, unplaced: 0 });
  expect(await stored()).toEqual(['a.ta1']);
});

test('a name that holds something else now is another file', async () => {
  await agreed(practice);
  leave('a.ta1', answerTo(receiver, 1));
  await collect();
  leave('a.ta1', answerTo(receiver, 2));
  utimesSync(join(folder, 'from', 'a.ta1'), 1_000, 1_000);
  expect(await collect()).toEqual({ stored: 1, unplaced: 0 });
  expect(await stored()).toHaveLength(2);
});

test('what names no practice, or one without an agreement, is stored for nobody and fetched when it may be', async () => {
  const other = await aBillingPractice(world(), practice.storage);
  await agreed(other);
  leave('a.ta1', answerTo(receiver));
  leave('b.ta1', answerTo('NOBODY'));
  expect(await collect()).toEqual({ stored: 0, unplaced: 2 });
  expect(await stored(other)).toEqual([]);
  await agreed(practice);
  expect(await collect()).toEqual({ stored: 1, unplaced: 1 });
  expect(await stored()).toEqual(['a.ta1']);
});

test('what is for nobody is fetched once, is known as long as it lies there, and is fetched again when another could have it', async () => {
  const vendor = `house_${receiver.toLowerCase()}`;
  await agreed(practice, vendor);
  const house = counted(vendor);
  const seen = new Set<string>();
  leave('b.ta1', answerTo('NOBODY'));
  for (let round = 0; round < 4; round += 1) await look(seen, house.port);
  expect(house.fetched).toEqual(['b.ta1']);
  expect(await unplaced(vendor)).toBe(1);
  const other = await aBillingPractice(world(), practice.storage);
  await agreed(other, vendor);
  await exchangesAs(other, 'NOBODY');
  await look(seen, house.port);
  expect(house.fetched).toEqual(['b.ta1', 'b.ta1']);
  expect(await stored(other)).toEqual(['b.ta1']);
  await look(seen, house.port);
  expect(await unplaced(vendor)).toBe(0);
});

test('a file that is still being written is taken when it is whole, and never torn', async () => {
  await agreed(practice);
  const whole = Buffer.from(answerTo(receiver));
  const seen = new Set<string>();
  leave('a.ta1', whole.subarray(0, 40));
  expect(await look(seen)).toEqual({ stored: 0, unplaced: 0 });
  leave('a.ta1', whole.subarray(0, 80));
  expect(await look(seen)).toEqual({ stored: 0, unplaced: 0 });
  leave('a.ta1', whole);
  expect(await look(seen)).toEqual({ stored: 0, unplaced: 0 });
  expect(await look(seen)).toEqual({ stored: 1, unplaced: 0 });
  const files = await practice.as(
    { practiceId: practice.id, service: 'edi' },
    (tx) => tx.all<{ bytes: number }>`
      select bytes from edi_files where practice_id = ${tx.practiceId} and direction = 'in'`,
  );
  expect(files).toEqual([{ bytes: whole.length }]);
});

test('one that grows while it is fetched comes again', async () => {
  await agreed(practice);
  const whole = directoryClearinghouse(folder);
  leave('a.ta1', answerTo(receiver));
  const fetch: ClearinghousePort['fetch'] = () =>
    Promise.resolve({ kind: 'found', content: Readable.from([Buffer.from(`${String(answerTo(receiver))} `)]) });
  expect(await collect(folder, { ...whole, fetch })).toEqual({ stored: 0, unplaced: 0, code: 'broken_off' });
  expect(await collect()).toEqual({ stored: 1, unplaced: 0 });
});

test('a clearinghouse that does not answer brings nothing, and says why', async () => {
  await agreed(practice);
  const round = await look(new Set(), directoryClearinghouse(join(folder, 'not', 'there')));
  expect(round).toEqual({ stored: 0, unplaced: 0, code: 'ENOENT' });
});

test('one that breaks off holds up none of the others, and comes again', async () => {
  await agreed(practice);
  leave('a.ta1', answerTo(receiver, 1));
  leave('b.ta1', answerTo(receiver, 2));
  const whole = directoryClearinghouse(folder);
  const fetch: ClearinghousePort['fetch'] = async (name) => {
    if (name === 'b.ta1') return whole.fetch(name);
    const content = new Readable({ read: () => content.destroy(new Error('cut')) });
    return { kind: 'found', content };
  };
  expect(await collect(folder, { ...whole, fetch })).toEqual({ stored: 1, unplaced: 0, code: 'broken_off' });
  expect(await collect()).toEqual({ stored: 1, unplaced: 0 });
  expect((await stored()).toSorted()).toEqual(['a.ta1', 'b.ta1']);
});
