import { answer, reversalOf } from '../../tests/builders/answers';
import { type BillingPractice, type SubmittedClaim, aBillingPractice, aFile } from '../../tests/builders/billing';
import { aWorld } from '../../tests/builders/practice';
import { aStorage } from '../../tests/builders/storage';
import { aProviderAdjustment, adjusted, contractual, copay } from '../../tests/builders/x12/remittances';
import { readClaimLedger } from '../ledger/claim-ledger';
import { undoConsequences } from './undo-consequences';
import { takeBackRemittance, undoRemittance } from './undo-remittance';

const world = aWorld();
let practice: BillingPractice;
beforeAll(async () => {
  practice = await aBillingPractice(world(), aStorage());
});

const edi = () => ({ practiceId: practice.id, service: 'edi' }) as const;
const paymentOf = (trace: string) =>
  practice.as('biller', async (tx) => {
    const row = await tx.one<{ id: string; version: number; state: string }>`
      select id, version, state from remittances where practice_id = ${tx.practiceId} and trace_number = ${trace}
       order by id desc limit 1`;
    if (!row) throw new Error(`no payment ${trace}`);
    return row;
  });
const takeBack = async (trace: string): Promise<string> => {
  const { id, version } = await paymentOf(trace);
  await practice.as('biller', (tx) => takeBackRemittance(tx, { id, version }));
  return id;
};
const undo = async (trace: string) => undoRemittance(world().worker, practice.id, await takeBack(trace));
const standing = async (claim: SubmittedClaim) => {
  const { whole } = await practice.as(edi(), (tx) => readClaimLedger(tx, claim.controlNumber));
  const { paid, contractual: written, denied, client, open } = whole;
  const row = await practice.as(
    edi(),
    (tx) =>
      tx.one<{ state: string }>`select state from claims where practice_id = ${tx.practiceId} and id = ${claim.id}`,
  );
  return [row?.state, paid, written, denied, client, open];
};
const sums = () =>
  practice.as(edi(), async (tx) => {
    const rows = await tx.all<{ account: string; cents: number }>`
      select account, sum(cents)::bigint as cents from ledger_lines where practice_id = ${tx.practiceId} group by 1 having sum(cents) <> 0 order by 1`;
    return Object.fromEntries(rows.map(({ account, cents }) => [account, cents]));
  });
const untouched = (cents: number) => ['accepted', 0, 0, 0, 0, cents];

test('a payment that is taken back leaves nothing, its claims wait for an answer again', async () => {
  const [one, two] = [await practice.submitted(), await practice.submitted()];
  const before = await sums();
  const said = [answer(one, [contractual(40), copay(25)]), answer(two, [adjusted('CO', '197', 175)], { status: '4' })];
  await practice.post(aFile(said, { trace: 'T-BACK', providerAdjustments: [aProviderAdjustment('WO', 30, 'X')] }));
  expect(await standing(two)).toEqual(['denied', 0, 0, 17_500, 0, 0]);
  await undo('T-BACK');
  expect(await sums()).toEqual(before);
  expect([await standing(one), await standing(two)]).toEqual([untouched(17_500), untouched(17_500)]);
  expect(await paymentOf('T-BACK')).toMatchObject({ state: 'undone' });
  const work = await practice.as(
    'biller',
    (tx) =>
      tx.all`select 1 from work_items where practice_id = ${tx.practiceId} and ref_id = ${two.id} and state = 'open'`,
  );
  expect(work).toEqual([]);
});

test('broken off between any two claims, and done by two at once, it ends the same', async () => {
  const claims = [await practice.submitted(), await practice.submitted(), await practice.submitted()];
  const before = await sums();
  await practice.post(
    aFile(
      claims.map((claim) => answer(claim, [contractual(40)])),
      { trace: 'T-BROKEN' },
    ),
  );
  const id = await takeBack('T-BROKEN');
  expect(await undoRemittance(world().worker, practice.id, id, { claims: 1 })).toBe('left');
  expect(await paymentOf('T-BROKEN')).toMatchObject({ state: 'undoing' });
  await Promise.all([1, 2].map(() => undoRemittance(world().worker, practice.id, id)));
  await undoRemittance(world().worker, practice.id, id);
  expect(await sums()).toEqual(before);
});

test('what is not posted yet when a payment is taken back is never posted', async () => {
  const claim = await practice.submitted();
  await practice.post(
    aFile(
      [answer(claim, [contractual(40)], { controlNumber: claim.controlNumber.toLowerCase(), payerControlNumber: 'Z' })],
      {
        trace: 'T-WAITS',
      },
    ),
  );
  await undo('T-WAITS');
  const states = await practice.as(
    'biller',
    (tx) => tx.all<{ state: string }>`
      select c.state from remittance_claims c where c.practice_id = ${tx.practiceId} and c.control_number = ${claim.controlNumber.toLowerCase()}
      union all select w.state from work_items w join remittance_claims c on c.practice_id = w.practice_id and c.id = w.ref_id
       where c.practice_id = ${tx.practiceId} and c.control_number = ${claim.controlNumber.toLowerCase()}`,
  );
  expect(states.map(({ state }) => state)).toEqual(['undone', 'done']);
});

describe('with a reversal in another file', () => {
  const story = (name: string, claim: SubmittedClaim) => {
    const first = answer(claim, [contractual(75), copay(25)]);
    return {
      payment: aFile([first], { trace: `${name}-P` }),
      reversal: aFile([reversalOf(first)], { trace: `${name}-R` }),
      correction: aFile(
        [answer(claim, [contractual(40), copay(25)], { payerControlNumber: `2${claim.controlNumber}` })],
        {
          trace: `${name}-C`,
        },
      ),
    };
  };

  test('the payment taken back lets the reversal wait; come again, both stand, and the correction too', async () => {
    const claim = await practice.submitted();
    const { payment, reversal, correction } = story('T-REV', claim);
    for (const file of [payment, reversal, correction]) await practice.post(file);
    const whole = ['adjudicated', 11_000, 4000, 0, 2500, 0];
    expect(await standing(claim)).toEqual(whole);
    const { id } = await paymentOf('T-REV-P');
    expect(await practice.as('biller', (tx) => undoConsequences(tx, id))).toMatchObject({
      claims: 1,
      cashCents: 7500,
      reversalsWait: 1,
      stay: 0,
    });
    await undo('T-REV-P');
    expect(await standing(claim)).toEqual(whole);
    const waiting = await practice.as(
      'biller',
      (tx) => tx.one<{ state: string; reason: string }>`
        select c.state, c.reason from remittance_claims c where c.practice_id = ${tx.practiceId} and c.candidate_id = ${claim.id}`,
    );
    expect(waiting).toEqual({ state: 'review', reason: 'reversal_without_original' });
    await practice.post(Buffer.concat([Buffer.from('\n'), payment]));
    expect(await standing(claim)).toEqual(whole);
  });

  test('the reversal taken back lets the payment stand again', async () => {
    const claim = await practice.submitted();
    const { payment, reversal } = story('T-REV2', claim);
    await practice.post(payment);
    await practice.post(reversal);
    expect(await standing(claim)).toEqual(untouched(17_500));
    await undo('T-REV2-R');
    expect(await standing(claim)).toEqual(['adjudicated', 7500, 7500, 0, 2500, 0]);
  });
});

test('the client’s share falls back to what the other payers said', async () => {
  const claim = await practice.submitted({ payers: 2 });
  await practice.post(aFile([answer(claim, [contractual(40), adjusted('PR', '2', 35)])], { trace: 'T-ONE' }));
  await practice.post(
    aFile([answer(claim, [adjusted('OA', '23', 140), adjusted('PR', '3', 10)], { status: '2' })], { trace: 'T-TWO' }),
  );
  await undo('T-TWO');
  expect(await standing(claim)).toEqual(['adjudicated', 10_000, 4000, 0, 3500, 0]);
});
