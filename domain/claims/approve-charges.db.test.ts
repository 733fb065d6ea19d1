import { aBillingPractice, type BillingPractice } from '../../tests/builders/billing';
import { aStorage } from '../../tests/builders/storage';
import { aWorld } from '../../tests/builders/practice';
import { addCharge } from './approve-charge';
import { approveCharges, codesFor, visitsOf } from './approve-charges';
import { cancelCharge } from './change-charge';
import { listCharges } from './list-charges';

const world = aWorld();
let practice: BillingPractice;
beforeAll(async () => {
  practice = await aBillingPractice(world(), aStorage());
});

const asBiller = <T>(work: Parameters<BillingPractice['as']>[1]) => practice.as('biller', work) as Promise<T>;
const of = (visitId: string) =>
  practice.as(
    'biller',
    async (tx) => (await listCharges(tx, { visitId }, { order: 'ASC', offset: 0, limit: 10 })).rows,
  );
const addOn = (besideId: string, code: string) =>
  asBiller<string>((tx) => addCharge(tx, { besideId, code, modifiers: [] }));

test('with the last charge of a visit its claim is made, and not before', async () => {
  const visitId = await practice.signed();
  const [therapy] = await of(visitId);
  const addOnId = await addOn(therapy?.id ?? '', '90785');
  await asBiller((tx) => approveCharges(tx, [{ id: therapy?.id ?? '', version: 1 }]));
  expect((await of(visitId)).map(({ state, claim }) => [state, claim])).toEqual([
    ['approved', null],
    ['proposed', null],
  ]);
  await asBiller((tx) => approveCharges(tx, [{ id: addOnId, version: 1 }]));
  const [first, second] = await of(visitId);
  expect(first).toMatchObject({ state: 'approved', claim: { state: 'ready' } });
  expect(second?.claim).toEqual(first?.claim);
});

test('what approving does is told before, by the visit', async () => {
  const visitId = await practice.signed();
  const [therapy] = await of(visitId);
  const id = therapy?.id ?? '';
  const told = (ids: readonly string[]) => practice.as('biller', (tx) => visitsOf(tx, { ids }));
  expect(await told([id])).toMatchObject([{ visitId, codes: ['90837'], cents: 17_500, claimFollows: true }]);
  const addOnId = await addOn(id, '90785');
  expect(await told([id])).toMatchObject([{ waiting: ['90785'], claimFollows: false }]);
  expect(await told([id, addOnId])).toMatchObject([{ codes: ['90837', '90785'], cents: 20_000, claimFollows: true }]);
});

test('of many, all are approved or none', async () => {
  const [one, two] = [await practice.signed(), await practice.signed()];
  const [[first], [second]] = [await of(one), await of(two)];
  const both = (version: number) => [
    { id: first?.id ?? '', version: 1 },
    { id: second?.id ?? '', version },
  ];
  await expect(asBiller((tx) => approveCharges(tx, both(7)))).rejects.toMatchObject({ code: 'stale_version' });
  expect((await of(one))[0]?.state).toBe('proposed');
  await asBiller((tx) => approveCharges(tx, both(1)));
  expect([(await of(one))[0]?.claim?.state, (await of(two))[0]?.claim?.state]).toEqual(['ready', 'ready']);
});

test('two who approve the two charges of a visit at once make one claim', async () => {
  const visitId = await practice.signed();
  const [therapy] = await of(visitId);
  const addOnId = await addOn(therapy?.id ?? '', '90785');
  await Promise.all(
    [therapy?.id ?? '', addOnId].map((id) => asBiller((tx) => approveCharges(tx, [{ id, version: 1 }]))),
  );
  const claims = (await of(visitId)).map(({ claim }) => claim?.id);
  expect(claims).toEqual([claims[0], claims[0]]);
  expect(claims[0]).toEqual(expect.any(String));
});

test('what may be added has a fee on the day and stands not on the visit yet', async () => {
  const visitId = await practice.signed();
  const [therapy] = await of(visitId);
  const id = therapy?.id ?? '';
  const codes = async () => (await practice.as('biller', (tx) => codesFor(tx, id))).codes.map(({ code }) => code);
  expect(await codes()).toEqual(['90785', '90791', '90832', '90834']);
  const addOnId = await addOn(id, '90785');
  expect(await codes()).not.toContain('90785');
  await asBiller((tx) => cancelCharge(tx, { id: addOnId, version: 1 }));
  expect(await codes()).toContain('90785');
  await expect(addOn(addOnId, '90785')).rejects.toMatchObject({ code: 'wrong_state' });
  await expect(addOn(id, '99999')).rejects.toMatchObject({ fields: [{ pointer: '/code', code: 'fee_missing' }] });
});
