import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskStorage } from '../../integrations/storage/disk';
import { type BillingPractice, type SubmittedClaim, aBillingPractice, aFile } from '../../tests/builders/billing';
import { aClearinghouse, agreed } from '../../tests/builders/clearinghouse';
import { aWorld } from '../../tests/builders/practice';
import { dollars } from '../../tests/builders/x12/claims';
import { aPaidClaim, aPaidLine, adjusted, contractual, copay } from '../../tests/builders/x12/remittances';
import { locked } from '../database/locked';
import { newId } from '../ids';
import type { Adjustment } from '../x12/parts';
import { handOverTiming } from './hand-over-timing';
import { noteClaimEvent } from './note-claim-event';
import { type ClaimDetail, readClaim } from './read-claim';
import { sendBatch } from './send-batch';
import { submitClaims } from './submit-claims';

const world = aWorld();
let practice: BillingPractice;
beforeEach(async () => {
  practice = await aBillingPractice(world(), diskStorage(mkdtempSync(join(tmpdir(), 'kept-edi-'))));
  await agreed(practice);
});

const read = ({ id }: SubmittedClaim): Promise<ClaimDetail> => practice.as('biller', (tx) => readClaim(tx, id));
const edi = () => ({ practiceId: practice.id, service: 'edi' }) as const;
const stores = () => ({ database: world().worker, storage: practice.storage });

/** What a payer says of a claim, line by line. */
const answer = (claim: SubmittedClaim, status: string, ...adjustments: readonly (readonly Adjustment[])[]) =>
  aPaidClaim(
    claim.lines.map((line, index) =>
      aPaidLine(line.cents / 100, adjustments[index] ?? [], {
        procedure: { qualifier: 'HC', code: line.code, modifiers: [] },
        lineControlNumber: line.control,
        remarks: status === '4' ? ['N30'] : [],
      }),
    ),
    {
      controlNumber: claim.controlNumber,
      payerControlNumber: `ICN${claim.controlNumber}`,
      patient: { entityType: '1', last: claim.lastName, first: 'ANA' },
      status,
    },
  );

test('each cent of each line is told with its reason, and the lines are the whole', async () => {
  const claim = await practice.submitted({ addOns: ['90785'] });
  await practice.post(aFile([answer(claim, '1', [contractual(40), copay(25)], [contractual(5)])], { trace: 'EFT-1' }));
  const { money, state, trouble } = await read(claim);
  expect([state, trouble]).toEqual(['adjudicated', null]);
  expect(money.lines).toMatchObject([
    {
      code: '90837',
      minutes: 55,
      charge: 17_500,
      paid: 11_000,
      contractual: 4000,
      client: 2500,
      open: 0,
      reasons: [
        { account: 'client', reason: 'PR-3', cents: 2500 },
        { account: 'contractual', reason: 'CO-45', cents: 4000 },
      ],
    },
    { code: '90785', charge: 2500, paid: 2000, contractual: 500, open: 0 },
  ]);
  expect(money.whole).toMatchObject({ charge: 20_000, paid: 13_000, contractual: 4500, client: 2500, open: 0 });
  expect(money.beside).toBeUndefined();
  expect(money.remittances).toMatchObject([{ traceNumber: 'EFT-1', method: 'ACH', paidOn: '2026-11-20' }]);
});

test('what a payer takes off the claim and none of its lines stands beside them, and is not paid', async () => {
  const claim = await practice.submitted({ addOns: ['90785'] });
  const { lines, ...said } = answer(claim, '1');
  const paid = dollars(170);
  await practice.post(aFile([aPaidClaim(lines, { ...said, adjustments: [contractual(30)], paid })]));
  const { money } = await read(claim);
  expect(money.lines).toMatchObject([
    { paid: 17_500, open: 0 },
    { paid: 2500, open: 0 },
  ]);
  expect(money.beside).toMatchObject({
    charge: 0,
    paid: -3000,
    contractual: 3000,
    open: 0,
    reasons: [{ account: 'contractual', reason: 'CO-45', cents: 3000 }],
  });
  expect(money.whole).toMatchObject({ charge: 20_000, paid: 17_000, contractual: 3000, open: 0 });
});

test('a denial says by which codes, and how many claims of the payer wait for the same', async () => {
  const [one, two, other] = [await practice.submitted(), await practice.submitted(), await practice.submitted()];
  const file = aFile([
    answer(one, '4', [adjusted('CO', '197', 175)]),
    answer(two, '4', [adjusted('CO', '197', 175)]),
    answer(other, '4', [adjusted('CO', '16', 175)]),
  ]);
  await practice.post(file);
  expect((await read(one)).trouble).toMatchObject({
    kind: 'denied',
    causes: ['CO-197'],
    remarks: ['N30'],
    same: { cause: 'CO-197', claims: 2, openCents: 35_000 },
  });
  expect((await read(other)).trouble?.same).toEqual({ cause: 'CO-16', claims: 1, openCents: 17_500 });
});

test('the visit, its codes and the coverage are told as the claim bears them', async () => {
  const claim = await practice.ready();
  expect(await read(claim)).toMatchObject({
    versionNo: 1,
    payerControlNumber: null,
    visit: { modality: 'office', appointmentId: expect.any(String) },
    coverage: { relationship: '18', memberId: expect.stringMatching(/^W/) },
    placeOfService: '11',
    diagnoses: [{ code: 'F41.1', title: expect.any(String) }],
    versions: [{ versionNo: 1, frequency: '1' }],
    trouble: null,
  });
});

test('what happened is told newest first, from the visit to the batch that it left in, and the file with the claim’s place', async () => {
  const claim = await practice.ready();
  const { id: batchId = '' } = await practice.as('biller', submitClaims);
  await sendBatch({ ...stores(), clearinghouse: aClearinghouse().port, timing: handOverTiming }, practice.id, batchId);
  const { history, files } = await read(claim);
  expect(history.map(({ kind }) => kind).toSorted()).toEqual(['made', 'note_signed', 'submitted', 'visit_ended']);
  expect(history.map(({ at }) => at)).toEqual(history.map(({ at }) => at).toSorted((a, b) => b - a));
  expect(history.find(({ kind }) => kind === 'submitted')).toMatchObject({
    actorName: null,
    batch: { id: batchId, controlNumber: '000000001', claims: 1 },
  });
  expect(history.find(({ kind }) => kind === 'visit_ended')).toMatchObject({
    actorName: 'Dr. Reyes',
    params: { minutes: 55 },
  });
  expect(files).toMatchObject([
    {
      kind: '837',
      direction: 'out',
      place: { from: expect.any(Number), until: expect.any(Number) },
      versionNo: 1,
      batch: { id: batchId },
    },
  ]);
  await practice.post(aFile([answer(claim, '1')]));
  const after = await read(claim);
  expect(after.files.map(({ kind, direction }) => [kind, direction])).toEqual([
    ['835', 'in'],
    ['837', 'out'],
  ]);
  expect(after.history[0]).toMatchObject({ kind: 'adjudicated', remittance: { traceNumber: expect.any(String) } });
});

test('an authorization that covers the day is offered where the claim bears none or another one', async () => {
  const claim = await practice.ready();
  expect((await read(claim)).authorization).toEqual({ onClaim: null, known: null, fitting: null });
  await practice.as(edi(), async (tx) =>
    noteClaimEvent(tx, await locked(tx, 'claims', claim.id), { kind: 'submitted', evidenceKey: 'test' }),
  );
  await practice.as('biller', async (tx) => {
    const row = await tx.one<{ coverage_id: string; client_id: string }>`
      select coverage_id, client_id from claims where practice_id = ${tx.practiceId} and id = ${claim.id}`;
    if (!row) throw new Error('no claim');
    const of = { practice_id: tx.practiceId, ...row, created_by: tx.actor };
    await tx.rows('authorizations').insert([
      { ...of, id: newId(), number: '88213', from_day: '2026-01-01', until_day: '2026-02-01' },
      { ...of, id: newId(), number: '88790', from_day: '2026-09-01', until_day: '2026-12-31' },
    ]);
  });
  expect((await read(claim)).authorization).toMatchObject({
    onClaim: null,
    fitting: { number: '88790', fromDay: '2026-09-01', untilDay: '2026-12-31' },
  });
});

test('a claim of another practice is not there', async () => {
  const claim = await practice.ready();
  const elsewhere = await aBillingPractice(world(), practice.storage);
  await expect(elsewhere.as('biller', (tx) => readClaim(tx, claim.id))).rejects.toMatchObject({ code: 'not_found' });
});
