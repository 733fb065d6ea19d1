import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answer } from '../../tests/builders/answers';
import { type BillingPractice, type SubmittedClaim, aBillingPractice, aFile } from '../../tests/builders/billing';
import { aClient, aWorld } from '../../tests/builders/practice';
import { adjusted, contractual, copay } from '../../tests/builders/x12/remittances';
import { diskStorage } from '../../integrations/storage/disk';
import { buffer } from 'node:stream/consumers';
import { approveCharge } from '../claims/approve-charge';
import { reopenCharge } from '../claims/change-charge';
import { centsOf } from '../money/cents';
import { explainBalance } from './explain-balance';
import { listBalances } from './list-balances';
import { type NewPayment, takePayment, voidPayment } from './take-payment';

const world = aWorld();
let practice: BillingPractice;
beforeAll(async () => {
  practice = await aBillingPractice(world(), diskStorage(mkdtempSync(join(tmpdir(), 'kept-edi-'))));
});

const pay = (claim: Pick<SubmittedClaim, 'clientId' | 'visitId'>, cents: number, more: Partial<NewPayment> = {}) =>
  practice.as('front_desk', (tx) =>
    takePayment(tx, {
      clientId: claim.clientId,
      visitId: claim.visitId,
      method: 'card',
      cents: centsOf(cents),
      reference: null,
      again: false,
      ...more,
    }),
  );
const why = (claim: Pick<SubmittedClaim, 'clientId'>, role: 'biller' | 'front_desk' = 'biller') =>
  practice.as(role, (tx) => explainBalance(tx, claim.clientId));
const remitted = (claim: SubmittedClaim) => practice.post(aFile([answer(claim, [contractual(40), copay(25)])]));

describe('the copay taken at check-in meets the remittance', () => {
  test.each([
    ['before', [pay, remitted]],
    ['after', [remitted, pay]],
  ])('taken %s the remittance came: nothing is owed, nothing is doubled', async (_, steps) => {
    const claim = await practice.submitted();
    for (const step of steps) await step(claim, 2500);
    const { balanceCents, creditCents, shares, payments } = await why(claim);
    expect([balanceCents, creditCents]).toEqual([0, 0]);
    expect(shares).toMatchObject([
      { cents: 2500, openCents: 0, settledBy: [{ paymentId: payments[0]?.id, cents: 2500 }] },
    ]);
  });

  test('until the payer has spoken it stands to the client’s credit', async () => {
    const claim = await practice.submitted();
    await pay(claim, 2500);
    expect(await why(claim)).toMatchObject({ balanceCents: -2500, creditCents: 2500, shares: [] });
  });

  test('more than the payer left to the client is credit, less is owed', async () => {
    const [over, under] = [await practice.submitted(), await practice.submitted()];
    for (const [claim, cents] of [
      [over, 4000],
      [under, 1000],
    ] as const) {
      await pay(claim, cents);
      await remitted(claim);
    }
    expect(await why(over)).toMatchObject({ balanceCents: -1500, creditCents: 1500 });
    expect(await why(under)).toMatchObject({ balanceCents: 1500, creditCents: 0, shares: [{ openCents: 1500 }] });
  });

  test('a payer that says later that nothing is the client’s makes it credit', async () => {
    const claim = await practice.submitted({ payers: 2 });
    await pay(claim, 2500);
    await remitted(claim);
    await practice.post(aFile([answer(claim, [adjusted('OA', '23', 150)], { status: '2' })]));
    expect(await why(claim)).toMatchObject({
      balanceCents: -2500,
      creditCents: 2500,
      shares: [{ cents: 0, openCents: 0, steps: [{ code: 'decided' }, { code: 'other_payer', cents: -2500 }] }],
    });
  });
});

describe('a payment', () => {
  test('of the same sum by the same means at the same visit is asked about; another one is taken when a person says so', async () => {
    const claim = await practice.submitted();
    await pay(claim, 2500);
    await expect(pay(claim, 2500)).rejects.toMatchObject({ code: 'duplicate' });
    await pay(claim, 2500, { method: 'cash' });
    await pay(claim, 2500, { again: true });
    expect(await why(claim)).toMatchObject({ creditCents: 7500 });
  });

  test('at the same time by two desks is taken once', async () => {
    const claim = await practice.submitted();
    const answers = await Promise.allSettled([pay(claim, 2500), pay(claim, 2500), pay(claim, 2500)]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await why(claim)).toMatchObject({ creditCents: 2500 });
  });

  test('is taken back by a contra entry, and may be entered again', async () => {
    const claim = await practice.submitted();
    const id = await pay(claim, 2500);
    await practice.as('front_desk', (tx) => voidPayment(tx, { id, version: 1 }));
    expect(await why(claim)).toMatchObject({ balanceCents: 0, payments: [{ id, voidedAt: expect.any(Number) }] });
    await expect(practice.as('front_desk', (tx) => voidPayment(tx, { id, version: 2 }))).rejects.toMatchObject({
      code: 'wrong_state',
    });
    await pay(claim, 2500);
    expect(await why(claim)).toMatchObject({ balanceCents: -2500 });
  });

  test.each([
    [{ cents: centsOf(0) }, '/cents', 'too_small'],
    [{ cents: centsOf(10_000_001) }, '/cents', 'too_big'],
    [{ method: 'check' as const }, '/reference', 'required'],
    [{ reference: '4111 1111 1111 1111' }, '/reference', 'card_number'],
  ])('with %j is refused', async (more, pointer, code) => {
    const claim = { clientId: await aClient(practice), visitId: null };
    const paying = practice.as('front_desk', (tx) =>
      takePayment(tx, { ...claim, method: 'card', cents: centsOf(100), reference: null, again: false, ...more }),
    );
    await expect(paying).rejects.toMatchObject({ code: 'invalid', fields: [{ pointer, code }] });
  });

  test('at the visit of somebody else is refused', async () => {
    const [claim, other] = [await practice.submitted(), await practice.submitted()];
    await expect(pay({ clientId: claim.clientId, visitId: other.visitId }, 2500)).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('why a client owes what she owes', () => {
  test('from the balance to the bytes of the payer’s file', async () => {
    const claim = await practice.submitted();
    const file = aFile([answer(claim, [contractual(40), copay(25)])], { trace: 'EFT-WHY' });
    await practice.post(file);
    const { shares, balanceCents } = await why(claim);
    expect(balanceCents).toBe(2500);
    expect(shares).toMatchObject([
      {
        claimId: claim.id,
        controlNumber: claim.controlNumber,
        code: '90837',
        cents: 2500,
        openCents: 2500,
        standing: { charge: 17_500, paid: 11_000, contractual: 4000, client: 2500, open: 0 },
        steps: [
          {
            code: 'decided',
            cents: 2500,
            adjustment: { group: 'PR', reason: '3' },
            source: { traceNumber: 'EFT-WHY', segment: 'CAS' },
          },
        ],
      },
    ]);
    const { source } = shares[0]?.steps[0] ?? {};
    const kept = await practice.storage.get(`edi/in/${source?.fileId ?? ''}`);
    const bytes = kept.kind === 'found' ? await buffer(kept.content) : Buffer.alloc(0);
    expect(bytes.subarray(source?.offset).toString('latin1')).toMatch(/^CAS\*PR\*3\*25~/);
  });

  test('the day of a visit stays its own when its charge leaves the books and comes back', async () => {
    const claim = await practice.submitted();
    await remitted(claim);
    const before = (await why(claim)).shares[0]?.serviceDay;
    const chargeOf = () =>
      practice.as('biller', async (tx) => {
        const row = await tx.one<{ id: string; version: number }>`
          select h.id, h.version from claim_lines l join charges h on h.practice_id = l.practice_id and h.id = l.charge_id
           where l.practice_id = ${tx.practiceId} and l.claim_id = ${claim.id}`;
        if (!row) throw new Error('the claim has no charge');
        return row;
      });
    const first = await chargeOf();
    await practice.as('biller', (tx) => reopenCharge(tx, first));
    const again = await chargeOf();
    await practice.as('biller', (tx) => approveCharge(tx, again));
    expect((await why(claim)).shares).toMatchObject([{ serviceDay: before, openCents: 2500 }]);
    expect(before).toMatch(/^2026-10-/);
  });

  test('the desk sees what is owed of which day, and nothing of claims, codes and files', async () => {
    const claim = await practice.submitted();
    await remitted(claim);
    expect((await why(claim, 'front_desk')).shares).toMatchObject([
      {
        controlNumber: null,
        code: null,
        serviceDay: expect.stringMatching(/^2026-10-/),
        openCents: 2500,
        standing: { charge: 17_500, client: 2500 },
        steps: [{ code: 'decided', source: null, adjustment: { group: 'PR', reason: '3' } }],
      },
    ]);
  });
});

describe('the list of balances', () => {
  const list = (
    filter: Parameters<typeof listBalances>[1],
    sort: 'balanceCents' | 'owedSince' | 'name' = 'balanceCents',
  ) => practice.as('biller', (tx) => listBalances(tx, filter, { sort, order: 'DESC', offset: 0, limit: 200 }));

  test('has who owes, and who has credit, with what is still with payers', async () => {
    const [owing, credit] = [await practice.submitted(), await practice.submitted()];
    await remitted(owing);
    await pay(credit, 3000);
    const ids = [owing.clientId, credit.clientId];
    expect((await list({ ids })).rows).toMatchObject([
      { clientId: owing.clientId, balanceCents: 2500, waitingCents: 0, lastPaidAt: null },
      { clientId: credit.clientId, balanceCents: -3000, waitingCents: 17_500, lastPaidAt: expect.any(Number) },
    ]);
    expect((await list({ ids, standing: 'credit' })).rows).toMatchObject([{ clientId: credit.clientId }]);
    expect((await list({ ids, standing: 'owing' }, 'name')).total).toBe(1);
    expect((await list({ ids: [await aClient(practice)] })).total).toBe(0);
  });

  test('says since when something is owed without a break: a balance that was even once begins anew', async () => {
    const [even, never] = [await practice.submitted(), await practice.submitted()];
    await remitted(even);
    await pay(even, 2500);
    const paidOn = '20261127';
    await practice.post(aFile([answer(even, [contractual(40), adjusted('PR', '1', 60)], { status: '1' })], { paidOn }));
    await pay(never, 2500);
    const { rows } = await list({ ids: [even.clientId, never.clientId] }, 'owedSince');
    expect(rows).toMatchObject([
      { clientId: never.clientId, balanceCents: -2500, owedSince: null, version: 1 },
      { clientId: even.clientId, balanceCents: 6000, owedSince: '2026-11-27', version: 3 },
    ]);
  });
});
