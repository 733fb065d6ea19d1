import { openLog } from '../integrations/log/logger';
import { readDeparture, setDeparture } from '../domain/claims/leave-by-rule';
import { type BillingPractice, aBillingPractice } from '../tests/builders/billing';
import { agreed, someStorage } from '../tests/builders/clearinghouse';
import { aWorld } from '../tests/builders/practice';
import { letClaimsLeave } from './departures';

const world = aWorld();
const log = openLog({ name: 'test', level: 'silent' });
const leave = () => letClaimsLeave({ database: world().worker, vendor: 'clearinghouse', log });

let practice: BillingPractice;
beforeEach(async () => {
  practice = await aBillingPractice(world(), someStorage());
});

const batches = () =>
  practice.as(
    'biller',
    (tx) => tx.all<{ ordered_by: string | null; claims: number }>`
      select b.ordered_by, (select count(*)::int from claim_sendings s where s.practice_id = b.practice_id and s.batch_id = b.id) as claims
        from claim_batches b where b.practice_id = ${tx.practiceId}`,
  );
/** The time is set, and it is that time: what is over today when it is set is tomorrow's. */
async function itIsTime(): Promise<void> {
  await practice.as('biller', async (tx) =>
    setDeparture(tx, { version: (await readDeparture(tx)).version, minute: 0 }),
  );
  await practice.as({ practiceId: practice.id, service: 'edi' }, (tx) =>
    tx.rows('claim_departures').where({ practice_id: tx.practiceId }).update({ done_day: '2020-01-01' }),
  );
}

test('what is ready leaves at the practice’s time, in its own name, once for the day, by however many workers', async () => {
  await agreed(practice);
  await practice.ready();
  await practice.ready({ addOns: ['90785'] });
  await leave();
  expect(await batches()).toEqual([]); // nobody has set a time
  await itIsTime();
  await Promise.all([leave(), leave(), leave()]);
  expect(await batches()).toEqual([{ ordered_by: null, claims: 2 }]);
  await practice.ready();
  await leave();
  expect(await batches()).toHaveLength(1); // that one leaves tomorrow
  const { next } = await practice.as('biller', readDeparture);
  expect(next).toBeGreaterThan(Date.now());
});

test('without an agreement nothing leaves, and it does once there is one', async () => {
  await practice.ready();
  await itIsTime();
  await leave();
  expect(await batches()).toEqual([]);
  await agreed(practice);
  await leave();
  expect(await batches()).toHaveLength(1);
});

test('a time that is over today is tomorrow’s, and another version than the one seen is refused', async () => {
  await agreed(practice);
  await practice.ready();
  await practice.as('biller', (tx) => setDeparture(tx, { version: 0, minute: 0 }));
  await leave();
  expect(await batches()).toEqual([]);
  expect(await practice.as('biller', readDeparture)).toMatchObject({ version: 1, minute: 0 });
  await expect(practice.as('biller', (tx) => setDeparture(tx, { version: 0, minute: null }))).rejects.toMatchObject({
    code: 'stale_version',
  });
  await practice.as('biller', (tx) => setDeparture(tx, { version: 1, minute: null }));
  expect(await practice.as('biller', readDeparture)).toEqual({ version: 2, minute: null, next: null });
});
