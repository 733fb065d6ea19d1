import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { diskStorage } from '../../integrations/storage/disk';
import { type BillingPractice, type SubmittedClaim, aBillingPractice } from '../../tests/builders/billing';
import { aClearinghouse, agreed } from '../../tests/builders/clearinghouse';
import { aWorld } from '../../tests/builders/practice';
import { anEnvelope } from '../../tests/builders/x12/claims';
import { locked } from '../database/locked';
import { receiveFile } from '../clearinghouse/receive-file';
import { write277ca } from '../x12/write-277ca';
import { write999 } from '../x12/write-999';
import { writeTa1 } from '../x12/write-ta1';
import { correctClaim } from './correct-claim';
import { readAcknowledgements } from './read-acknowledgements';
import { handOverTiming } from './hand-over-timing';
import { sendBatch } from './send-batch';
import { submitClaims } from './submit-claims';

const world = aWorld();
let practice: BillingPractice;
let claims: readonly [SubmittedClaim, SubmittedClaim];
let batch: string;
let sent: string;

const edi = () => ({ practiceId: practice.id, service: 'edi' }) as const;
const stores = () => ({ database: world().worker, storage: practice.storage });

beforeEach(async () => {
  practice = await aBillingPractice(world(), diskStorage(mkdtempSync(join(tmpdir(), 'kept-edi-'))));
  await agreed(practice);
  claims = [await practice.ready(), await practice.ready()];
  batch = await send();
  const file = await practice.storage.get(`edi/out/${batch}`);
  sent = file.kind === 'found' ? (await buffer(file.content)).toString('latin1') : '';
});

async function send(): Promise<string> {
  const { id = '' } = await practice.as('biller', submitClaims);
  await sendBatch({ ...stores(), clearinghouse: aClearinghouse().port, timing: handOverTiming }, practice.id, id);
  return id;
}

let envelopes = 100;
const envelope = () => anEnvelope({ interchangeControl: (envelopes += 1) });
async function hear(bytes: Uint8Array) {
  const file = await receiveFile(stores(), edi(), {
    name: 'answer',
    cameBy: 'clearinghouse',
    open: () => Readable.from([Buffer.from(bytes)]),
  });
  return readAcknowledgements(stores(), practice.id, file.id);
}
const states = async () => {
  const rows = await practice.as(
    edi(),
    (tx) => tx.all<{ id: string; state: string }>`select id, state from claims where practice_id = ${tx.practiceId}`,
  );
  return claims.map((claim) => rows.find(({ id }) => id === claim.id)?.state);
};
const eventsOf = async (claim: SubmittedClaim) => {
  const rows = await practice.as(
    edi(),
    (tx) => tx.all<{ kind: string; params: { codes?: string } }>`
      select kind, params from claim_events where practice_id = ${tx.practiceId} and claim_id = ${claim.id} order by kind`,
  );
  return rows.map(({ kind, params }) => [kind, ...(params.codes ? [params.codes] : [])].join(' '));
};
const work = async () =>
  (
    await practice.as(
      edi(),
      (tx) => tx.all<{ cause: string; ref_id: string }>`
        select cause, ref_id from work_items where practice_id = ${tx.practiceId} and state = 'open' order by ref_id`,
    )
  ).map(({ cause, ref_id }) => [cause, ref_id]);
const batchState = async () =>
  (
    await practice.as(
      edi(),
      (tx) => tx.one<{ state: string }>`
        select state from claim_batches where practice_id = ${tx.practiceId} and id = ${batch}`,
    )
  )?.state;

const counts = { included: '1', received: '1', accepted: '1', reasons: [] };
const group = (control = '1') => ({ functionalId: 'HC', control, version: '005010X222A1' });
const accepted999 = () => write999(envelope(), { group: group(), sets: [], result: { code: 'A', ...counts } });
const none = { statuses: [], references: [], dates: [], quantities: [], amounts: [], lines: [] };
const report = (...said: readonly Saying[]): Uint8Array => reportOn(undefined, ...said);
type Saying = readonly [claim: string, category: string, status: string];
/** @param about BHT03 of the batch that it answers */
function reportOn(about: string | undefined, ...said: readonly Saying[]): Uint8Array {
  const names = { entityType: '2' as const, last: 'SOMEONE' };
  const ofBatch = about === undefined ? [] : [{ ...none, type: '2', number: about }];
  return write277ca(envelope(), {
    reference: 'R1',
    levels: [
      { id: '1', level: '20', name: names, traces: [] },
      { id: '2', parent: '1', level: '21', name: names, traces: ofBatch },
      { id: '3', parent: '2', level: '19', name: names, traces: [] },
      ...said.map(([number, category, status], index) => ({
        id: String(index + 4),
        parent: '3',
        level: 'PT',
        name: { entityType: '1' as const, last: 'SAMPLE', first: 'ANA' },
        traces: [{ ...none, type: '2', number, statuses: [{ codes: [{ category, status }], date: '20261102' }] }],
      })),
    ],
  });
}

test('format accepted, received and accepted are three things, and only the last one moves a claim', async () => {
  const [one] = claims;
  expect(await hear(accepted999())).toEqual({ kind: '999' });
  expect([await states(), await batchState()]).toEqual([['submitted', 'submitted'], 'accepted']);
  await hear(report([one.controlNumber, 'A1', '19']));
  expect(await states()).toEqual(['submitted', 'submitted']);
  await hear(report([one.controlNumber, 'A2', '20']));
  expect(await states()).toEqual(['accepted', 'submitted']);
  expect(await eventsOf(one)).toEqual(['accepted A2:20', 'format_accepted', 'received A1:19', 'submitted']);
});

test('in any order and any number of times, the end is the same', async () => {
  const [one, two] = claims;
  const told = () => [
    report([one.controlNumber, 'A7', '562'], [two.controlNumber, 'A2', '20']),
    report([one.controlNumber, 'A1', '19'], [two.controlNumber, 'A1', '19']),
    accepted999(),
  ];
  for (const bytes of [...told(), ...told().toReversed(), ...told()]) await hear(bytes);
  expect(await states()).toEqual(['rejected', 'accepted']);
  expect(await eventsOf(one)).toEqual(['format_accepted', 'received A1:19', 'rejected A7:562', 'submitted']);
  expect(await work()).toEqual([['claim_rejected', one.id]]);
});

test('a 999 that refuses a transaction refuses its claims, and the segment that it names is the right claim’s', async () => {
  const [, two] = claims;
  const segments = sent.slice(sent.indexOf('ST*')).split('~');
  const position = segments.findIndex((text) => text.startsWith(`CLM*${two.controlNumber}*`)) + 1;
  const error = { segment: 'CLM', position: String(position), code: '8', contexts: [], elements: [] };
  const set = { type: '837', control: '0001', code: 'R', reasons: ['5'], errors: [error] };
  await hear(write999(envelope(), { group: group(), sets: [set], result: { code: 'R', ...counts } }));
  expect([await states(), await batchState()]).toEqual([['rejected', 'rejected'], 'refused']);
  expect(await eventsOf(claims[0])).toEqual(['rejected IK5:5', 'submitted']);
  expect(await eventsOf(two)).toEqual(['rejected IK5:5, IK3:CLM:8', 'submitted']);
});

test('an answer is about the version that went in the batch that it names', async () => {
  const [one] = claims;
  await hear(report([one.controlNumber, 'A7', '562']));
  const { version } = await practice.as(edi(), (tx) => locked(tx, 'claims', one.id));
  await practice.as('biller', (tx) => correctClaim(tx, { id: one.id, version }));
  await send();
  expect(await states()).toEqual(['submitted', 'submitted']);
  await hear(reportOn('000000001', [one.controlNumber, 'A3', '21']));
  expect(await states()).toEqual(['submitted', 'submitted']);
  await hear(reportOn('000000002', [one.controlNumber, 'A2', '20']));
  expect(await states()).toEqual(['accepted', 'submitted']);
});

test('a TA1 that refuses the interchange rejects all its claims; one that accepts it moves none', async () => {
  const ta1 = (code: string, note: string) =>
    writeTa1(envelope(), { control: '000000001', date: '261102', time: '0915', code, note });
  expect(await hear(ta1('A', '000'))).toEqual({ kind: 'TA1' });
  expect(await states()).toEqual(['submitted', 'submitted']);
  await hear(ta1('R', '006'));
  expect(await states()).toEqual(['rejected', 'rejected']);
});

test.each([
  ['of another group', () => write999(envelope(), { group: group('77'), sets: [], result: { code: 'A', ...counts } })],
  ['of another’s claim', () => report(['NOTOURS1', 'A3', '21'])],
])('an answer %s is quarantined, is work, and moves nothing', async (_, answer) => {
  expect(await hear(answer())).toMatchObject({ setAside: 'unplaced' });
  expect(await states()).toEqual(['submitted', 'submitted']);
  expect(await work()).toMatchObject([['edi_file_quarantined', expect.any(String)]]);
});

test('what is no acknowledgement, or is torn, is quarantined and moves nothing', async () => {
  expect(await hear(Buffer.from('Dear practice, your file was fine.'))).toMatchObject({ setAside: 'malformed' });
  const whole = report([claims[0].controlNumber, 'A2', '20']);
  expect(await hear(whole.subarray(0, whole.length - 40))).toMatchObject({ setAside: 'malformed' });
  expect(await hear(Buffer.from(sent, 'latin1'))).toEqual({ setAside: 'unknown_kind' });
  expect(await states()).toEqual(['submitted', 'submitted']);
});
