import { type As, claimOf, signedVisit } from '../../dev/demo/billing';
import { answer } from '../../tests/builders/answers';
import { type BillingPractice, type SubmittedClaim, aBillingPractice, aFile } from '../../tests/builders/billing';
import { aWorld, zone } from '../../tests/builders/practice';
import { aStorage } from '../../tests/builders/storage';
import { aProviderAdjustment, adjusted, contractual, copay } from '../../tests/builders/x12/remittances';
import { closeClaim } from '../claims/give-up-claim';
import { explainBalance } from '../ledger/explain-balance';
import { takePayment, voidPayment } from '../ledger/take-payment';
import { centsOf } from '../money/cents';
import { takeBackRemittance, undoRemittance } from '../remittances/undo-remittance';
import { type Instant, instantOf } from '../time/instant';
import { addDays, dayAt, instantAt } from '../time/wall-time';
import { readAging } from './aging';
import { readRevenue } from './revenue';

const world = aWorld();
const noon = (day: string): Instant => instantAt(`${day}T12:00`, zone);
const today = (): string => dayAt(instantOf(Date.now()), zone);

const aPracticeThatBills = (): Promise<BillingPractice> => aBillingPractice(world(), aStorage());
const agingOf = (practice: BillingPractice, asOf?: string) =>
  practice.as('biller', (tx) => readAging(tx, { ...(asOf !== undefined && { asOf }) }));
const pay = (
  practice: BillingPractice,
  { clientId, visitId }: Pick<SubmittedClaim, 'clientId' | 'visitId'>,
  cents: number,
  { method = 'card', day = today() }: { readonly method?: 'card' | 'cash'; readonly day?: string } = {},
) =>
  practice.as(
    'front_desk',
    (tx) => takePayment(tx, { clientId, visitId, method, cents: centsOf(cents), reference: null, again: false }),
    noon(day),
  );

/** What stands in accounts of the books as they count up to a day. */
const booksOf = (practice: BillingPractice, accounts: readonly string[], until: string, from = '1900-01-01') =>
  practice.as('biller', async (tx) => {
    const row = await tx.one<{ cents: number }>`
      select coalesce(sum(l.cents), 0)::bigint as cents from ledger_lines l
        join ledger_entries e on e.practice_id = l.practice_id and e.id = l.entry_id
       where l.practice_id = ${tx.practiceId} and l.account = any (${accounts}) and e.day between ${from} and ${until}`;
    return row?.cents ?? 0;
  });

async function takeBack(practice: BillingPractice, trace: string): Promise<void> {
  const id = await practice.as('biller', async (tx) => {
    const row = await tx.one<{ id: string; version: number }>`
      select id, version from remittances where practice_id = ${tx.practiceId} and trace_number = ${trace}`;
    if (!row) throw new Error(`no payment ${trace}`);
    await takeBackRemittance(tx, row);
    return row.id;
  });
  await undoRemittance(world().worker, practice.id, id);
}

/** A practice where everything has happened to money that can: paid, denied, left to clients, given up, taken back. */
async function aBusyPractice(): Promise<BillingPractice> {
  const practice = await aPracticeThatBills();
  const claims: SubmittedClaim[] = [];
  for (let n = 0; n < 6; n += 1) claims.push(await practice.submitted({ payers: (n % 2) + 1 }));
  const [paid, undone, denied, over, given, open] = claims as [
    SubmittedClaim,
    SubmittedClaim,
    SubmittedClaim,
    SubmittedClaim,
    SubmittedClaim,
    SubmittedClaim,
  ];
  const share = [contractual(40), copay(25)];
  const takenOff = [aProviderAdjustment('WO', 30, 'X')];
  await practice.post(aFile([answer(paid, share)], { paidOn: '20261020', providerAdjustments: takenOff }));
  await practice.post(aFile([answer(undone, share)], { trace: 'R-UNDONE', paidOn: '20261021' }));
  const refused = answer(denied, [adjusted('CO', '197', 175)], { status: '4' });
  await practice.post(aFile([refused, answer(over, share)], { paidOn: '20261022' }));
  await pay(practice, paid, 1000, { day: '2026-10-25' });
  await pay(practice, over, 4000, { method: 'cash', day: '2026-11-02' });
  const slip = await pay(practice, open, 500, { day: '2026-11-02' });
  await practice.as('front_desk', (tx) => voidPayment(tx, { id: slip, version: 1 }), noon('2026-11-03'));
  await practice.as('biller', async (tx) => {
    const row = await tx.one<{ version: number }>`
      select version from claims where practice_id = ${tx.practiceId} and id = ${given.id}`;
    await closeClaim(tx, { id: given.id, version: row?.version ?? 0 });
  });
  await takeBack(practice, 'R-UNDONE');
  return practice;
}

test('what is owed adds up to the accounts of insurers and clients as of any day, today and in the past', async () => {
  const practice = await aBusyPractice();
  const days = [
    '2026-10-01',
    '2026-10-04',
    '2026-10-20',
    '2026-10-21',
    '2026-10-23',
    '2026-10-26',
    '2026-11-02',
    today(),
  ];
  const seen = new Set<number>();
  for (const day of days) {
    const { insurers, denied, clients, owedCents } = await agingOf(practice, day);
    const sum = (rows: typeof insurers) => rows.reduce((all, { ages }) => all + ages.reduce((a, b) => a + b, 0), 0);
    expect([day, sum(insurers)]).toEqual([day, await booksOf(practice, ['insurer'], day)]);
    expect([day, sum(denied)]).toEqual([day, await booksOf(practice, ['denial'], day)]);
    expect(clients.ages.reduce((a, b) => a + b, 0) + clients.creditCents).toBe(
      await booksOf(practice, ['client'], day),
    );
    expect([day, owedCents]).toEqual([day, await booksOf(practice, ['insurer', 'client'], day)]);
    seen.add(owedCents);
  }
  expect(seen.size).toBeGreaterThan(4);
});

test('money in adds up to the account of cash: by month, by how it came, and by insurer', async () => {
  const practice = await aBusyPractice();
  for (const [asOf, from] of [
    [today(), `${addDays(today(), -330).slice(0, 7)}-01`],
    ['2026-10-31', '2025-11-01'],
  ] as const) {
    const revenue = await practice.as('biller', (tx) => readRevenue(tx, { asOf }));
    const { months, payers, cents } = revenue;
    expect([asOf, cents]).toEqual([asOf, await booksOf(practice, ['cash'], asOf, from)]);
    expect(months.reduce((all, month) => all + month.cents, 0)).toBe(cents);
    for (const month of months) expect(Object.values(month.kinds).reduce((all, one) => all + one, 0)).toBe(month.cents);
    expect(payers.reduce((all, payer) => all + payer.cents, 0)).toBe(
      months.reduce((all, { kinds }) => all + kinds.insurer, 0),
    );
  }
  const { months } = await practice.as('biller', (tx) => readRevenue(tx, { asOf: '2026-11-03' }));
  const of = (name: string) => months.find(({ month }) => month === name)?.kinds;
  // three payments of $110, one of them $30 smaller than its claims
  expect(of('2026-10')).toEqual({ insurer: 30_000, card: 1000, cash: 0, check: 0, other: 0 });
  // what was void the day after is gone again
  expect(of('2026-11')).toEqual({ insurer: 0, card: 0, cash: 4000, check: 0, other: 0 });
});

test('a debt grows old from the day of the service: 30 days are the youngest age, 31 the next', async () => {
  const practice = await aPracticeThatBills();
  await practice.submitted();
  const insurers = async (asOf: string) => (await agingOf(practice, asOf)).insurers;
  const owed = { name: 'ACME BEHAVIORAL HEALTH', cents: 17_500 };
  expect(await insurers('2026-10-01')).toEqual([]);
  expect(await insurers('2026-11-01')).toMatchObject([{ ...owed, ages: [17_500, 0, 0, 0, 0] }]);
  expect(await insurers('2026-11-02')).toMatchObject([{ ...owed, ages: [0, 17_500, 0, 0, 0] }]);
});

test('a payment at a visit settles that visit’s share, as on the client’s own page, though an older one is open', async () => {
  const practice = await aPracticeThatBills();
  const old = await practice.submitted();
  const visitId = await aVisitOf(practice, old.clientId, '2026-10-30T09:00');
  const young = await aClaimOf(practice, visitId, old);
  const share = [contractual(40), copay(25)];
  await practice.post(aFile([answer(old, share), answer(young, share)], { paidOn: '20261105' }));
  await pay(practice, { clientId: old.clientId, visitId }, 2000, { day: '2026-11-06' });
  const { clients } = await agingOf(practice, '2026-11-10');
  expect(clients).toEqual({ ages: [500, 2500, 0, 0, 0], creditCents: 0, cents: 3000 });
  const { shares } = await practice.as('biller', (tx) => explainBalance(tx, old.clientId));
  expect(shares.map(({ openCents }) => openCents)).toEqual([2500, 500]);
});

test('a debt is of the insurer that its claim went to last', async () => {
  const practice = await aPracticeThatBills();
  const claim = await practice.ready();
  const [, other] = await practice.as('biller', async (tx) => {
    const rows = await tx.all<{ id: string; name: string }>`
      select id, name from payers where practice_id = ${tx.practiceId} order by name`;
    // as when a corrected claim goes to another insurer (correct-claim.ts)
    await tx
      .rows('claims')
      .where({ practice_id: tx.practiceId, id: claim.id })
      .update({ payer_id: rows[1]?.id ?? '' });
    return rows;
  });
  expect((await agingOf(practice)).insurers).toMatchObject([{ payerId: other?.id, cents: 17_500 }]);
});

test('a day ahead is refused: nobody knows what is owed then', async () => {
  const practice = await aPracticeThatBills();
  const tomorrow = { asOf: addDays(today(), 1) };
  for (const report of [readAging, readRevenue])
    await expect(practice.as<unknown>('auditor', (tx) => report(tx, tomorrow))).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ pointer: '/asOf', code: 'day_in_future' }],
    });
});

async function aVisitOf(practice: BillingPractice, clientId: string, start: string): Promise<string> {
  const as: As = (membershipId, work, now) => practice.as({ membershipId }, work, now);
  const who = { desk: await practice.member('front_desk'), clinician: practice.clinician };
  return signedVisit(as, { ...who, clientId, typeId: practice.types['therapy'] ?? '', start, zone, minutes: 55 });
}

async function aClaimOf(practice: BillingPractice, visitId: string, like: SubmittedClaim): Promise<SubmittedClaim> {
  const id = await practice.as('biller', (tx) => claimOf(tx, visitId, []));
  return practice.as('biller', async (tx) => {
    const rows = await tx.all<{ number: string; control: string; code: string; cents: number }>`
      select c.control_number as number, h.line_control as control, h.code, h.cents from claims c
        join claim_lines l on l.practice_id = c.practice_id and l.claim_id = c.id
        join charges h on h.practice_id = l.practice_id and h.id = l.charge_id
       where c.practice_id = ${tx.practiceId} and c.id = ${id}`;
    return { ...like, id, visitId, controlNumber: rows[0]?.number ?? '', lines: rows };
  });
}
