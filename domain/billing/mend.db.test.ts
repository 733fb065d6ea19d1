import { aClient, aPractice, aWorld, type TestPractice } from '../../tests/builders/practice';
import { payersOf } from '../../tests/builders/payers';
import { setClinicianBilling } from './billing-identity';
import { changeCoverage, replaceCoverage } from './change-coverage';
import { addCoverage, setClientBilling } from './coverage';
import { readClientBilling } from './read-client-billing';

const world = aWorld();
let practice: TestPractice;
let payerId: string;
beforeAll(async () => {
  practice = await aPractice(world());
  payerId = (await payersOf(practice))[0] ?? '';
});

const self = { rank: 1, memberId: 'W1', relationship: '18', fromDay: '2026-01-01' } as const;
const add = (clientId: string, more: object = {}) =>
  practice.as('front_desk', (tx) => addCoverage(tx, { clientId, payerId, ...self, ...more }));
const address = { sex: 'U', street: '5 ELM STREET', city: 'ALBANY', region: 'NY', postalCode: '12207' } as const;

test('on one day a client has one insurance of each rank; one that has ended makes room', async () => {
  const clientId = await aClient(practice);
  const id = await add(clientId);
  await expect(add(clientId, { fromDay: '2026-06-01' })).rejects.toMatchObject({ code: 'duplicate' });
  await practice.as('front_desk', (tx) => changeCoverage(tx, { id, version: 1, change: { untilDay: '2026-05-31' } }));
  await add(clientId, { fromDay: '2026-06-01' });
  const { coverages } = await practice.as('biller', (tx) => readClientBilling(tx, clientId));
  expect(coverages.map(({ untilDay }) => untilDay)).toEqual([null, '2026-05-31']);
});

test('a new insurance in the place of one leaves no day with two, and none with neither', async () => {
  const clientId = await aClient(practice);
  const id = await add(clientId);
  const by = { payerId, memberId: 'W2', relationship: '18', fromDay: '2026-06-01' } as const;
  const replace = (version: number, fromDay: string) =>
    practice.as('biller', (tx) => replaceCoverage(tx, { id, version, by: { ...by, fromDay } }));
  await expect(replace(1, '2026-01-01')).rejects.toMatchObject({
    fields: [{ pointer: '/fromDay', code: 'day_before_other' }],
  });
  await replace(1, '2026-06-01');
  await expect(replace(1, '2026-07-01')).rejects.toMatchObject({ code: 'stale_version' });
  const { coverages } = await practice.as('biller', (tx) => readClientBilling(tx, clientId));
  expect(coverages.map((one) => [one.memberId, one.rank, one.fromDay, one.untilDay])).toEqual([
    ['W2', 1, '2026-06-01', null],
    ['W1', 1, '2026-01-01', '2026-05-31'],
  ]);
});

test('however many insurances a change touches, visits that wait are looked at once', async () => {
  const clientId = await aClient(practice);
  const id = await add(clientId);
  const announced: string[] = [];
  await practice.as('biller', (tx) =>
    replaceCoverage(
      { ...tx, announce: async (kind) => void announced.push(kind) },
      { id, version: 1, by: { payerId, memberId: 'W2', relationship: '18', fromDay: '2026-06-01' } },
    ),
  );
  expect(announced).toEqual(['client']);
});

test('whoever is insured by someone else’s policy says whose, and the client herself does not', async () => {
  const clientId = await aClient(practice);
  await expect(add(clientId, { relationship: '19' })).rejects.toMatchObject({ fields: [{ pointer: '/subscriber' }] });
  await expect(add(clientId, { untilDay: '2025-12-31' })).rejects.toMatchObject({
    fields: [{ pointer: '/untilDay', code: 'day_before_other' }],
  });
});

test('an address is changed on the version that was seen, and only of someone who is there', async () => {
  const clientId = await aClient(practice);
  const set = (version: number) =>
    practice.as('front_desk', (tx) => setClientBilling(tx, { clientId, version, ...address }));
  await expect(set(1)).rejects.toMatchObject({ code: 'stale_version' });
  await set(0);
  await expect(set(0)).rejects.toMatchObject({ code: 'stale_version' });
  await set(1);
});

test('payers are told a clinician’s right NPI', async () => {
  const known = { clinicianId: practice.clinician, firstName: 'ROWAN', lastName: 'VALE', taxonomy: '1041C0700X' };
  const set = (npi: string) => practice.as('administrator', (tx) => setClinicianBilling(tx, { ...known, npi }));
  await expect(set('1234567890')).rejects.toMatchObject({ fields: [{ pointer: '/npi', code: 'npi_malformed' }] });
  await set('1588000228');
});
