import { setUpBilling } from '../../dev/demo/billing';
import { type TestPractice, aClient, aPractice, aWorld, anAppointment } from '../../tests/builders/practice';
import { addCoverage } from '../billing/coverage';
import { centsOf } from '../money/cents';
import { cancelAppointment } from '../schedule/cancel-appointment';
import { addMinutes, instantOf } from '../time/instant';
import { checkIn } from '../visits/check-in';
import { copaysDue } from './copays-due';
import { takePayment, voidPayment } from './take-payment';

const world = aWorld();
let practice: TestPractice;
let payerId = '';
beforeAll(async () => {
  practice = await aPractice(world());
  payerId = (await practice.as('administrator', (tx) => setUpBilling(tx, practice.clinician)))[0] ?? '';
});

const soon = () => addMinutes(instantOf(Date.now()), 5);

/** A client whose card says so much, and her appointment. */
async function expected(
  copayCents: number | null,
  more: { readonly fromDay?: string; readonly untilDay?: string } = {},
) {
  const clientId = await aClient(practice, { notADouble: true });
  await practice.as('front_desk', (tx) =>
    addCoverage(tx, {
      clientId,
      payerId,
      rank: 1,
      memberId: 'W1',
      relationship: '18',
      fromDay: '2020-01-01',
      copayCents,
      ...more,
    }),
  );
  return { clientId, id: await anAppointment(practice, { clientId, at: soon(), doubleBook: true }) };
}
const due = async (...ids: readonly string[]) =>
  (await practice.as('front_desk', (tx) => copaysDue(tx, ids))).map(({ appointmentId, clientId, dueCents }) => [
    appointmentId,
    clientId,
    dueCents,
  ]);

test('what the card says is due until it is paid at the visit, in parts or at once, and again when a payment is void', async () => {
  const { clientId, id } = await expected(2500);
  expect(await due(id)).toEqual([[id, clientId, 2500]]);
  const visitId = await practice.as('front_desk', (tx) => checkIn(tx, { appointmentId: id, version: 1 }));
  const pay = (cents: number) =>
    practice.as('front_desk', (tx) =>
      takePayment(tx, { clientId, visitId, method: 'cash', cents: centsOf(cents), reference: null, again: false }),
    );
  await pay(1000);
  expect(await due(id)).toEqual([[id, clientId, 1500]]);
  const rest = await pay(1500);
  expect(await due(id)).toEqual([]);
  await practice.as('front_desk', (tx) => voidPayment(tx, { id: rest, version: 1 }));
  expect(await due(id)).toEqual([[id, clientId, 1500]]);
});

test('nothing is due without a copay on the card, by a card that holds no more, or for who does not come', async () => {
  const without = await expected(null);
  const ended = await expected(2500, { fromDay: '2020-01-01', untilDay: '2020-12-31' });
  const cancelled = await expected(2500);
  await practice.as('front_desk', (tx) =>
    cancelAppointment(tx, { id: cancelled.id, version: 1, reason: 'client_asked', byClient: true }),
  );
  expect(await due(without.id, ended.id, cancelled.id)).toEqual([]);
});

test('of two insurances the first says what a visit costs; what was paid by another client counts for nothing', async () => {
  const [one, other] = [await expected(2500), await expected(3000)];
  await practice.as('front_desk', (tx) =>
    addCoverage(tx, {
      clientId: one.clientId,
      payerId,
      rank: 2,
      memberId: 'W2',
      relationship: '18',
      fromDay: '2020-01-01',
      copayCents: 900,
    }),
  );
  await practice.as('front_desk', (tx) =>
    takePayment(tx, {
      clientId: other.clientId,
      visitId: null,
      method: 'cash',
      cents: centsOf(3000),
      reference: null,
      again: false,
    }),
  );
  expect((await due(one.id, other.id)).map(([, , cents]) => cents)).toEqual([2500, 3000]);
});
