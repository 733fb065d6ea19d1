import type { PracticeTx } from '../../domain/database/practice-tx';
import { newId } from '../../domain/ids';
import { type TestPractice, aPractice, aWorld, times } from '../builders/practice';
import { aBarrier, asSuperuser, refusal, until } from '../builders/sql';

const world = aWorld();
let practice: TestPractice;
beforeAll(async () => {
  practice = await aPractice(world());
});

const hashOf = (text: string) => Buffer.from(text.padEnd(32, '.'));

/** What every write does first: claim the key, else read what is kept under it. */
async function claim(tx: PracticeTx, key: string, request: string): Promise<'new' | 'other' | { ref: string | null }> {
  const inserted = await tx.all`
    insert into idempotency_keys (practice_id, membership_id, key, request_hash)
    values (${tx.practiceId}, ${tx.actor}, ${key}, ${hashOf(request)}) on conflict do nothing returning key`;
  if (inserted.length > 0) return 'new';
  const kept = await tx.one<{ request_hash: Buffer; ref_id: string | null }>`
    select request_hash, ref_id from idempotency_keys where practice_id = ${tx.practiceId} and membership_id = ${tx.actor} and key = ${key}`;
  return kept?.request_hash.equals(hashOf(request)) ? { ref: kept.ref_id } : 'other';
}
const finish = (tx: PracticeTx, key: string, ref: string) =>
  tx.all`update idempotency_keys set status = 201, ref_id = ${ref} where practice_id = ${tx.practiceId} and membership_id = ${tx.actor} and key = ${key}`;
const write = (key: string, ref: string, request = 'the same') =>
  practice.as('front_desk', async (tx) => {
    const earlier = await claim(tx, key, request);
    if (earlier === 'new') await finish(tx, key, ref);
    return earlier;
  });

test('of 100 at once with one key one is done, and 99 hear of its record', async () => {
  const [key, refs] = [newId(), times(100, () => newId())];
  const answers = await Promise.all(refs.map((ref) => write(key, ref)));
  const winner = refs[answers.indexOf('new')];
  expect(answers.filter((answer) => answer === 'new')).toHaveLength(1);
  expect(answers.filter((answer) => answer !== 'new')).toEqual(times(99, () => ({ ref: winner })));
});

test('another request under the same key is told apart', async () => {
  const key = newId();
  await write(key, newId());
  expect(await write(key, newId(), 'another')).toBe('other');
});

test('the second waits for the first; when that is rolled back, the second proceeds', async () => {
  const [key, ref] = [newId(), newId()];
  const claimed = aBarrier(2);
  let giveUp: () => void = () => undefined;
  const first = practice.as('front_desk', async (tx) => {
    await claim(tx, key, 'the same');
    await claimed();
    await new Promise<void>((resolve) => {
      giveUp = resolve;
    });
    throw new Error('refused');
  });
  const refused = expect(first).rejects.toThrow('refused');
  await claimed();
  const second = write(key, ref);
  await asSuperuser(world().urls, (sql) =>
    until(
      async () =>
        (
          await sql.query(
            "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%idempotency_keys%'",
          )
        ).rowCount === 1,
    ),
  );
  giveUp();
  await refused;
  expect(await second).toBe('new');
  expect(await write(key, newId())).toEqual({ ref });
});

test('a wait that takes too long says so, and is not taken for an answer', async () => {
  const key = newId();
  await practice.as('front_desk', async (holder) => {
    await claim(holder, key, 'the same');
    const waiting = practice.as('front_desk', async (tx) => {
      await tx.rows.raw("set local lock_timeout = '20ms'");
      return claim(tx, key, 'the same');
    });
    expect(await refusal(waiting)).toBe('55P03');
  });
});

test('a key is its member’s own: another member’s is another, and cannot be read, made or changed', async () => {
  const [key, biller] = [newId(), await practice.member('biller')];
  await write(key, newId());
  expect(await practice.as('biller', (tx) => claim(tx, key, 'the same'))).toBe('new');
  const seen = await practice.as(
    'administrator',
    (tx) => tx.all`select 1 from idempotency_keys where practice_id = ${practice.id} and key = ${key}`,
  );
  expect(seen).toEqual([]);
  const forged = practice.as(
    'front_desk',
    (tx) =>
      tx.all`insert into idempotency_keys (practice_id, membership_id, key, request_hash) values (${practice.id}, ${biller}, 'forged', ${hashOf('x')})`,
  );
  expect(await refusal(forged)).toBe('42501');
});

test('only the answer may be changed, never whose it is or what was asked', async () => {
  const key = newId();
  await write(key, newId());
  const change = (set: string) =>
    refusal(practice.as('front_desk', (tx) => tx.rows.raw(`update idempotency_keys set ${set} where key = '${key}'`)));
  expect(await change("request_hash = '\\x00'")).toBe('42501');
  expect(await change("key = 'other'")).toBe('42501');
  expect(await change('status = 200')).toBe('allowed');
});

test('old keys are forgotten, practice by practice; nobody deletes one herself', async () => {
  const [key, other] = [newId(), await aPractice(world())];
  await write(key, newId());
  const forget = (who: TestPractice, before: Date) =>
    who.as({ practiceId: who.id, service: 'core' }, (tx) => tx.one`select kernel.forget_old_keys(${before}) as n`);
  const tomorrow = new Date(Date.now() + 86_400_000);
  expect(await forget(other, tomorrow)).toEqual({ n: 0 });
  expect(await forget(practice, new Date(0))).toEqual({ n: 0 });
  expect(await write(key, newId())).not.toBe('new');
  await forget(practice, tomorrow);
  expect(await write(key, newId())).toBe('new');
});
