import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskStorage } from '../../integrations/storage/disk';
import { type BillingPractice, type SubmittedClaim, aBillingPractice, aFile } from '../../tests/builders/billing';
import { aWorld } from '../../tests/builders/practice';
import { aPaidClaim, aPaidLine, adjusted, contractual, copay } from '../../tests/builders/x12/remittances';
import type { Adjustment } from '../x12/parts';
import { type ClaimFilter, searchClaims } from './search-claims';

const world = aWorld();
let practice: BillingPractice;
let ready: SubmittedClaim;
let paid: SubmittedClaim;
let denied: SubmittedClaim;

const answer = (claim: SubmittedClaim, status: string, adjustments: readonly Adjustment[]) => {
  const [line] = claim.lines;
  return aPaidClaim([aPaidLine((line?.cents ?? 0) / 100, adjustments, { lineControlNumber: line?.control })], {
    controlNumber: claim.controlNumber,
    payerControlNumber: `ICN${claim.controlNumber}`,
    patient: { entityType: '1', last: claim.lastName, first: 'ANA' },
    status,
  });
};

beforeAll(async () => {
  practice = await aBillingPractice(world(), diskStorage(mkdtempSync(join(tmpdir(), 'kept-edi-'))));
  ready = await practice.ready({ addOns: ['90785'] });
  paid = await practice.submitted();
  denied = await practice.submitted();
  await practice.post(
    aFile([answer(paid, '1', [contractual(40), copay(25)]), answer(denied, '4', [adjusted('CO', '197', 175)])]),
  );
});

const listing = { sort: 'serviceDay', order: 'ASC', offset: 0, limit: 50 } as const;
const found = async (filter: ClaimFilter, more: Partial<Parameters<typeof searchClaims>[2]> = {}) =>
  practice.as('biller', (tx) => searchClaims(tx, filter, { ...listing, ...more }));
const numbers = async (filter: ClaimFilter, more = {}) =>
  (await found(filter, more)).rows.map(({ controlNumber }) => controlNumber);

test('a claim is listed with its visit, and with what the books say of it to the cent', async () => {
  const { rows, total } = await found({});
  expect(total).toBe(3);
  const of = ({ id }: SubmittedClaim) => rows.find((row) => row.id === id);
  expect(of(ready)).toMatchObject({
    state: 'ready',
    codes: ['90837', '90785'],
    payerName: 'ACME BEHAVIORAL HEALTH',
    clinicianName: 'Dr. Reyes',
    chargeCents: 20_000,
    paidCents: 0,
    openCents: 20_000,
    causes: [],
    next: null,
  });
  expect(of(paid)).toMatchObject({
    state: 'adjudicated',
    chargeCents: 17_500,
    paidCents: 11_000,
    openCents: 0,
    causes: [],
  });
  expect(of(denied)).toMatchObject({ state: 'denied', paidCents: 0, openCents: 17_500, causes: ['CO-197'] });
});

test('it is found by its state, payer, day, age and cause', async () => {
  expect(await numbers({ states: ['ready'] })).toEqual([ready.controlNumber]);
  expect(await numbers({ cause: 'CO-197' })).toEqual([denied.controlNumber]);
  expect(await numbers({ cause: 'CO-19' })).toEqual([]);
  const { rows } = await found({ ids: [paid.id] });
  const [{ serviceDay, payerId, clientId } = { serviceDay: '', payerId: '', clientId: '' }] = rows;
  expect(await numbers({ from: serviceDay, until: serviceDay })).toEqual([paid.controlNumber]);
  expect(await numbers({ clientId })).toEqual([paid.controlNumber]);
  expect(await numbers({ payerId })).toHaveLength(3);
  expect(await numbers({ olderThanDays: 20_000 })).toEqual([]);
});

test('it is found by a name, by the beginning of its number, and by the payer’s number whole', async () => {
  const everyone = await numbers({});
  expect(await numbers({ text: denied.lastName })).toContain(denied.controlNumber);
  expect(await numbers({ text: denied.controlNumber.toLowerCase() })).toEqual([denied.controlNumber]);
  expect(await numbers({ text: denied.controlNumber.slice(0, -1) })).toEqual(everyone);
  expect(await numbers({ text: `ICN${paid.controlNumber}` })).toEqual([paid.controlNumber]);
  expect(await numbers({ text: 'C0%' })).toEqual([]);
  expect(await numbers({ text: 'Nobody' })).toEqual([]);
});

test('it is ordered by day and by charge, in both directions', async () => {
  const byDay = await numbers({});
  expect(await numbers({}, { order: 'DESC' })).toEqual(byDay.toReversed());
  expect(await numbers({}, { sort: 'chargeCents', order: 'DESC', limit: 1 })).toEqual([ready.controlNumber]);
  expect((await found({}, { offset: 10 })).total).toBe(3);
});
