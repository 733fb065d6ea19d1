import { answer } from '../../tests/builders/answers';
import { portalAccount } from '../../tests/builders/api';
import { type BillingPractice, aBillingPractice, aFile } from '../../tests/builders/billing';
import { aWorld } from '../../tests/builders/practice';
import { aStorage } from '../../tests/builders/storage';
import { adjusted, contractual, copay } from '../../tests/builders/x12/remittances';
import { explainBalance } from '../ledger/explain-balance';
import { takePayment } from '../ledger/take-payment';
import { centsOf } from '../money/cents';
import { ownBalances } from './own-balance';

const world = aWorld();
let practice: BillingPractice;
beforeAll(async () => {
  practice = await aBillingPractice(world(), aStorage());
});

const own = async (clientId: string) => {
  const membershipId = await portalAccount(practice, clientId);
  return practice.as({ membershipId }, (tx) => ownBalances(tx));
};

test('a client reads what she owes and why, the same to the cent as the practice does, and nothing of anybody else', async () => {
  const [claim, other] = [await practice.submitted(), await practice.submitted()];
  await practice.post(
    aFile([answer(claim, [contractual(40), copay(25)]), answer(other, [contractual(40), copay(30)])]),
  );
  const pay = {
    clientId: claim.clientId,
    visitId: claim.visitId,
    method: 'card',
    reference: null,
    again: false,
  } as const;
  await practice.as('front_desk', (tx) => takePayment(tx, { ...pay, cents: centsOf(1000) }));
  const balances = await own(claim.clientId);
  expect(balances).toMatchObject([
    {
      clientId: claim.clientId,
      balanceCents: 1500,
      creditCents: 0,
      shares: [
        {
          payerName: 'ACME BEHAVIORAL HEALTH',
          chargeCents: 17_500,
          paidCents: 11_000,
          contractualCents: 4000,
          ownCents: 2500,
          parts: [{ reason: 'PR-3', cents: 2500 }],
          settledCents: 1000,
          openCents: 1500,
        },
      ],
      payments: [{ cents: 1000, method: 'card' }],
    },
  ]);
  const told = await practice.as('biller', (tx) => explainBalance(tx, claim.clientId));
  expect(told).toMatchObject({ balanceCents: 1500, shares: [{ cents: 2500, openCents: 1500 }] });
});

test('what a payer has not decided yet, or has denied, is told as that and is not hers', async () => {
  const [waits, denied] = [await practice.submitted(), await practice.submitted()];
  expect((await own(waits.clientId))[0]).toMatchObject({
    balanceCents: 0,
    shares: [{ waitingCents: 17_500, openCents: 0 }],
  });
  await practice.post(aFile([answer(denied, [adjusted('CO', '197', 175)], { status: '4' })]));
  expect((await own(denied.clientId))[0]).toMatchObject({
    balanceCents: 0,
    shares: [{ deniedCents: 17_500, openCents: 0 }],
  });
});

test('what a payer left to her of a claim as a whole stands with its first service, and paid it is no credit', async () => {
  const claim = await practice.submitted({ addOns: ['90785'] });
  const ofTheClaim = { adjustments: [copay(25)], paid: centsOf(13_500), patientResponsibility: centsOf(2500) };
  await practice.post(aFile([answer(claim, [contractual(40)], ofTheClaim)]));
  const shares = [{ ownCents: 2500, parts: [{ reason: 'PR-3', cents: 2500 }], openCents: 2500 }];
  expect(await own(claim.clientId)).toMatchObject([{ balanceCents: 2500, creditCents: 0, shares }]);
  const pay = {
    clientId: claim.clientId,
    visitId: claim.visitId,
    method: 'card',
    reference: null,
    again: false,
  } as const;
  await practice.as('front_desk', (tx) => takePayment(tx, { ...pay, cents: centsOf(2500) }));
  expect(await own(claim.clientId)).toMatchObject([{ balanceCents: 0, creditCents: 0, shares: [{ openCents: 0 }] }]);
});
