import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Said, answer, reversalOf } from '../../tests/builders/answers';
import { type BillingPractice, type SubmittedClaim, aBillingPractice, aFile } from '../../tests/builders/billing';
import { aWorld } from '../../tests/builders/practice';
import { dollars } from '../../tests/builders/x12/claims';
import { aProviderAdjustment, adjusted, contractual, copay } from '../../tests/builders/x12/remittances';
import { diskStorage } from '../../integrations/storage/disk';
import { newId } from '../ids';
import { readClaimLedger } from '../ledger/claim-ledger';
import { postEntry } from '../ledger/post-entry';
import { centsOf } from '../money/cents';
import { postRemittance } from './post-remittance';
import { postRemittanceClaim } from './post-remittance-claim';
import { takeBackRemittance, undoRemittance } from './undo-remittance';

const world = aWorld();
let practice: BillingPractice;
beforeAll(async () => {
  practice = await aBillingPractice(world(), diskStorage(mkdtempSync(join(tmpdir(), 'kept-edi-'))));
});

const edi = () => ({ practiceId: practice.id, service: 'edi' }) as const;
const standing = async (claim: SubmittedClaim) => {
  const { whole, state } = await practice.as(edi(), (tx) => readClaimLedger(tx, claim.controlNumber));
  const { paid, contractual: written, denied, client, open } = whole;
  return { paid, contractual: written, denied, client, open, state };
};
const sums = () =>
  practice.as(edi(), async (tx) => {
    const rows = await tx.all<{ account: string; cents: number }>`
      select account, sum(cents)::bigint as cents from ledger_lines where practice_id = ${tx.practiceId} group by 1 order by 1`;
    return Object.fromEntries(rows.map(({ account, cents }) => [account, cents]));
  });
const total = (cents: Readonly<Record<string, number>>) => Object.values(cents).reduce((sum, one) => sum + one, 0);

test('a payment settles the claim to the cent: paid, contractual, the client’s share', async () => {
  const claim = await practice.submitted();
  const report = await practice.post(aFile([answer(claim, [contractual(40), copay(25)])]));
  expect(report).toMatchObject({ disposition: 'post', exceptions: [] });
  expect(await standing(claim)).toEqual({
    paid: 11_000,
    contractual: 4000,
    denied: 0,
    client: 2500,
    open: 0,
    state: 'adjudicated',
  });
  expect(total(await sums())).toBe(0);
});

test('a denial is work and no write-off', async () => {
  const claim = await practice.submitted();
  await practice.post(aFile([answer(claim, [adjusted('CO', '197', 175)], { status: '4' })]));
  expect(await standing(claim)).toMatchObject({ paid: 0, contractual: 0, denied: 17_500, client: 0, state: 'denied' });
  const work = await practice.as(
    'biller',
    (tx) => tx.all<{ cause: string }>`
    select cause from work_items where practice_id = ${tx.practiceId} and ref_id = ${claim.id}`,
  );
  expect(work).toEqual([{ cause: 'claim_denied' }]);
});

test('the same bytes again, and the same payment in another file, post nothing', async () => {
  const claim = await practice.submitted();
  const said = [answer(claim, [contractual(40)])];
  const file = aFile(said, { trace: 'EFT-ONCE' });
  await practice.post(file);
  const before = await sums();
  expect(await practice.post(file)).toMatchObject({ disposition: 'duplicate' });
  expect(await practice.post(Buffer.concat([Buffer.from('\n'), file]))).toMatchObject({ disposition: 'duplicate' });
  expect(await sums()).toEqual(before);
});

test('a file that repeats one payment 156 times posts it once', async () => {
  const claim = await practice.submitted();
  const file = aFile([answer(claim, [contractual(40)])], { trace: 'EFT-MANY' });
  await practice.post(Buffer.concat(Array<Uint8Array>(156).fill(file)));
  expect(await standing(claim)).toMatchObject({ paid: 13_500, open: 0 });
});

test('the same number with other content is quarantined', async () => {
  const [one, two] = [await practice.submitted(), await practice.submitted()];
  await practice.post(aFile([answer(one, [contractual(40)])], { trace: 'EFT-TWIN' }));
  const report = await practice.post(aFile([answer(two, [contractual(40)])], { trace: 'EFT-TWIN' }));
  expect(report).toMatchObject({ disposition: 'quarantine', reason: 'same_number_other_content' });
  expect(await standing(two)).toMatchObject({ state: 'untouched', open: 17_500 });
});

test.each([
  [
    'a line',
    'line_off',
    (said: Said): Said => ({ ...said, lines: said.lines.map((line) => ({ ...line, paid: centsOf(line.paid - 1) })) }),
  ],
  ['a claim', 'claim_off', (said: Said): Said => ({ ...said, paid: centsOf(said.paid - 1) })],
])('one cent off in %s: nothing of the file is posted', async (_, reason, spoil) => {
  const [good, bad] = [await practice.submitted(), await practice.submitted()];
  const before = await sums();
  const report = await practice.post(aFile([answer(good, [contractual(40)]), spoil(answer(bad, [contractual(40)]))]));
  expect(report).toMatchObject({ disposition: 'quarantine', reason });
  expect(await sums()).toEqual(before);
});

test('a torn file is quarantined, and the whole one afterwards is no duplicate', async () => {
  const claim = await practice.submitted();
  const file = aFile([answer(claim, [contractual(40)])]);
  expect(await practice.post(file.subarray(0, file.length - 60))).toMatchObject({
    disposition: 'quarantine',
    reason: 'truncated',
  });
  // the same torn bytes again are as they were: a duplicate would sound as if they had been posted
  expect(await practice.post(file.subarray(0, file.length - 60))).toMatchObject({ disposition: 'quarantine' });
  expect(await practice.post(file)).toMatchObject({ disposition: 'post' });
  expect(await standing(claim)).toMatchObject({ paid: 13_500 });
});

describe('payment, reversal and correction', () => {
  const files = (claim: SubmittedClaim) => {
    const first = answer(claim, [contractual(75), copay(25)]);
    const correction = answer(claim, [contractual(40), copay(25)], {
      payerControlNumber: `ICN2${claim.controlNumber}`,
    });
    return [aFile([first]), aFile([reversalOf(first)]), aFile([correction])];
  };
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];

  test.each(orders)('in the order %i %i %i lead to the same ledger', async (...order) => {
    const claim = await practice.submitted();
    const all = files(claim);
    for (const index of order) await practice.post(all[index] ?? Buffer.alloc(0));
    expect(await standing(claim)).toEqual({
      paid: 11_000,
      contractual: 4000,
      denied: 0,
      client: 2500,
      open: 0,
      state: 'adjudicated',
    });
  });
});

test('the last payer in turn decides what the client owes, in either order', async () => {
  for (const order of [
    [0, 1],
    [1, 0],
  ]) {
    const claim = await practice.submitted({ payers: 2 });
    const all = [
      aFile([answer(claim, [contractual(40), adjusted('PR', '2', 35)])]),
      aFile([answer(claim, [adjusted('OA', '23', 140), adjusted('PR', '3', 10)], { status: '2' })]),
    ];
    for (const index of order) await practice.post(all[index] ?? Buffer.alloc(0));
    expect(await standing(claim)).toMatchObject({ paid: 12_500, contractual: 4000, client: 1000, open: 0 });
  }
});

test('a provider adjustment moves the payer’s balance, never a claim', async () => {
  const claim = await practice.submitted();
  const before = await sums();
  const report = await practice.post(
    aFile([answer(claim, [contractual(40)])], { providerAdjustments: [aProviderAdjustment('WO', 30, 'X')] }),
  );
  expect(report.remittances).toMatchObject([{ bprCents: 10_500, appliedCents: 13_500, plbCents: 3000 }]);
  const after = await sums();
  expect((after['payer_balance'] ?? 0) - (before['payer_balance'] ?? 0)).toBe(3000);
  expect(after['unapplied'] ?? 0).toBe(before['unapplied'] ?? 0);
  expect(await standing(claim)).toMatchObject({ paid: 13_500, open: 0 });
});

describe('what is not certain waits for a person', () => {
  test('our number with letters of another case has the right candidate, and posts when a person says so', async () => {
    const claim = await practice.submitted();
    const said = answer(claim, [contractual(40)], {
      controlNumber: claim.controlNumber.toLowerCase(),
      payerControlNumber: 'NEW',
    });
    const report = await practice.post(aFile([said]));
    expect(report).toMatchObject({
      disposition: 'post-with-exceptions',
      exceptions: [{ reason: 'number_not_exact', candidate: claim.controlNumber }],
    });
    expect(await standing(claim)).toMatchObject({ state: 'untouched' });
    const waiting = await practice.as(
      'biller',
      (tx) => tx.one<{ id: string }>`
      select id from remittance_claims where practice_id = ${tx.practiceId} and candidate_id = ${claim.id}`,
    );
    await practice.as('biller', (tx) => postRemittanceClaim(tx, waiting?.id ?? '', '2026-11-30', claim.id));
    expect(await standing(claim)).toMatchObject({ paid: 13_500, open: 0 });
  });

  test('our number for another person and another sum is not posted', async () => {
    const claim = await practice.submitted();
    const said = { ...answer(claim, [contractual(40)]), patient: { entityType: '1', last: 'SOMEONE', first: 'ELSE' } };
    const [line] = said.lines;
    const other = line ? [{ ...line, charge: dollars(90), paid: dollars(50) }] : [];
    const report = await practice.post(aFile([{ ...said, charge: dollars(90), paid: dollars(50), lines: other }]));
    expect(report.exceptions).toMatchObject([{ reason: 'someone_else' }]);
    expect(await standing(claim)).toMatchObject({ state: 'untouched' });
  });

  test('a claim that is none of ours: the cash is there, unapplied', async () => {
    const claim = await practice.submitted();
    const before = await sums();
    const report = await practice.post(
      aFile([
        answer({ ...claim, lastName: 'NOBODY' }, [contractual(40)], {
          controlNumber: 'ZZ9-NOT-OURS',
          payerControlNumber: 'X1',
        }),
      ]),
    );
    expect(report).toMatchObject({ exceptions: [{ reason: 'unmatched' }], remittances: [{ unappliedCents: 13_500 }] });
    const after = await sums();
    expect((after['cash'] ?? 0) - (before['cash'] ?? 0)).toBe(13_500);
    expect((after['unapplied'] ?? 0) - (before['unapplied'] ?? 0)).toBe(-13_500);
  });
});

test('an undone payment leaves the ledger as it was, and may be posted again from another file', async () => {
  const claim = await practice.submitted();
  const said = [answer(claim, [contractual(40), copay(25)])];
  const before = await sums();
  await practice.post(aFile(said, { trace: 'EFT-UNDO' }));
  const posted = await practice.as(
    'biller',
    (tx) => tx.one<{ id: string; version: number }>`
    select id, version from remittances where practice_id = ${tx.practiceId} and trace_number = 'EFT-UNDO'`,
  );
  await practice.as('biller', (tx) => takeBackRemittance(tx, { id: posted?.id ?? '', version: posted?.version ?? 0 }));
  await undoRemittance(world().worker, practice.id, posted?.id ?? '');
  const undone = await sums();
  for (const [account, cents] of Object.entries(undone))
    expect([account, cents]).toEqual([account, before[account] ?? 0]);
  await practice.post(Buffer.concat([Buffer.from('\n'), aFile(said, { trace: 'EFT-UNDO' })]));
  expect(await standing(claim)).toMatchObject({ paid: 11_000, client: 2500, open: 0 });
});

test('broken off anywhere and called again, and by two at once, every claim is posted once', async () => {
  const claims = [await practice.submitted(), await practice.submitted(), await practice.submitted()];
  await practice.post(
    aFile(
      claims.map((claim) => answer(claim, [contractual(40)])),
      { trace: 'EFT-TWICE' },
    ),
  );
  const row = await practice.as(
    'biller',
    (tx) => tx.one<{ id: string }>`
    select id from remittances where practice_id = ${tx.practiceId} and trace_number = 'EFT-TWICE'`,
  );
  await Promise.all([1, 2].map(() => postRemittance(world().worker, practice.id, row?.id ?? '')));
  for (const claim of claims) expect(await standing(claim)).toMatchObject({ paid: 13_500, open: 0 });
});

describe('the books', () => {
  const entry = (cents: number) => ({
    kind: 'write_off' as const,
    postingKey: `test/${newId()}`,
    day: '2026-11-30',
    postings: [
      { account: 'cash' as const, cents: centsOf(cents) },
      { account: 'unapplied' as const, cents: centsOf(-100) },
    ],
  });

  test('an entry that does not sum to zero is refused, by us and by the database', async () => {
    await expect(practice.as('biller', (tx) => postEntry(tx, entry(99)))).rejects.toThrow('does not balance');
    const id = await practice.as('biller', (tx) => postEntry(tx, entry(100)));
    const more = practice.as(edi(), (tx) =>
      tx
        .rows('ledger_lines')
        .insert({ practice_id: tx.practiceId, entry_id: id ?? '', line_no: 9, account: 'cash', cents: 5 }),
    );
    await expect(more).rejects.toMatchObject({ code: 'KE004' });
  });

  test('what is posted twice under one key is posted once', async () => {
    const same = entry(100);
    expect(await practice.as('biller', (tx) => postEntry(tx, same))).toBeDefined();
    expect(await practice.as('biller', (tx) => postEntry(tx, same))).toBeUndefined();
  });
});
