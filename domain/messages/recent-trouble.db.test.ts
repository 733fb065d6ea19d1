import { newId } from '../ids';
import { type TestPractice, aClient, aPractice, aWorld } from '../../tests/builders/practice';
import { asSuperuser } from '../../tests/builders/sql';
import { recentTrouble } from './recent-trouble';

const world = aWorld();
let practice: TestPractice;
let clients: readonly string[];
let vendors = 0;
beforeAll(async () => {
  practice = await aPractice(world());
  clients = await Promise.all([aClient(practice), aClient(practice)]);
});

/** A vendor of which no message is known yet. */
function aVendor() {
  const vendor = `vendor_${++vendors}`;
  return {
    isTroubled: () => recentTrouble(world().app)('sms', vendor),
    /** A message that came to an end, or was claimed, so many minutes ago. */
    message: (state: string, minutesAgo: number, more: { reason?: string; client?: number } = {}) =>
      asSuperuser(world().urls, async (sql) => {
        await sql.query(`set session_replication_role = replica`); // its life before that is not the matter here
        await sql.query(
          `insert into kept.messages (practice_id, id, client_id, occurrence, kind, channel, state, vendor, reason, claimed_at, settled_at)
           values ($1, $2, $3, 1, 'reminder', 'sms', $4, $5, $6, now() - $7 * interval '1 min', case when $4 <> 'claimed' then now() - $7 * interval '1 min' end)`,
          [practice.id, newId(), clients[more.client ?? 0], state, vendor, more.reason ?? null, minutesAgo],
        );
      }),
  };
}

test('a message of which nobody knows whether it arrived is trouble until the vendor takes another', async () => {
  const vendor = aVendor();
  await vendor.message('unknown', 9, { reason: 'no_answer' });
  expect(await vendor.isTroubled()).toBe(true);
  await vendor.message('sent', 12);
  expect(await vendor.isTroubled()).toBe(true);
  await vendor.message('sent', 1);
  expect(await vendor.isTroubled()).toBe(false);
});

test('one that is under way and got an answer that means nothing is trouble; one that just goes out is none', async () => {
  const vendor = aVendor();
  await vendor.message('claimed', 0);
  expect(await vendor.isTroubled()).toBe(false);
  await vendor.message('claimed', 20, { reason: 'timeout' });
  expect(await vendor.isTroubled()).toBe(true);
});

test('one refusal says something of a number, those of two clients say something of the vendor', async () => {
  const vendor = aVendor();
  await vendor.message('refused', 5, { reason: 'twilio_21211' });
  await vendor.message('refused', 4, { reason: 'twilio_21211' });
  expect(await vendor.isTroubled()).toBe(false);
  await vendor.message('refused', 3, { reason: 'twilio_21606', client: 1 });
  expect(await vendor.isTroubled()).toBe(true);
});

test('what Kept itself did not hand over, and what is long past, is none of the vendor’s', async () => {
  const vendor = aVendor();
  for (const client of [0, 1]) await vendor.message('refused', 2, { reason: 'no_agreement', client });
  await vendor.message('unknown', 16, { reason: 'no_answer' });
  expect(await vendor.isTroubled()).toBe(false);
});
