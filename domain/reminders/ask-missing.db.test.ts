import { type TestPractice, aPractice, aWorld } from '../../tests/builders/practice';
import { type Life, aLife, oneText, sayCall } from '../../tests/builders/protocol';
import { readAppointment } from '../schedule/appointment';
import { addMinutes, instantOf, toDate } from '../time/instant';
import { checkIn } from '../visits/check-in';
import { missAppointment } from '../visits/miss-appointment';

const world = aWorld();
let practice: TestPractice;
beforeAll(async () => {
  practice = await aPractice(world(), { policy: { ...oneText, reminders: [] } });
});

let day = 0;
/** A quarter of an hour after the start, and nobody has checked in. */
async function overdue(): Promise<Life> {
  const life = await aLife(practice, { start: instantOf(Date.UTC(2027, 0, 4, 19) + 86_400_000 * (day += 1)) });
  life.now = addMinutes(life.start, 15);
  expect(await life.plan()).toMatchObject({ step: 'ask_missing', due: life.now });
  return life;
}
const version = async (life: Life) => (await practice.as('front_desk', (tx) => readAppointment(tx, life.id))).version;
const asDesk: TestPractice['as'] = (_, work, now) => practice.as('front_desk', work, now);
const asked = async (life: Life) =>
  practice.as('front_desk', (tx) =>
    tx.rows('work_items').where({ practice_id: practice.id, ref_id: life.id, cause: 'client_missing' }).orderBy('id'),
  );

test('someone is asked once, a quarter of an hour after the start', async () => {
  const life = await overdue();
  expect(sayCall(await life.claimNext())).toBe('no call');
  expect(await life.seen()).toBe('work client_missing; decide_missing');
  await life.claim('ask_missing');
  expect(await asked(life)).toHaveLength(1);
});

test('nobody is asked a second before', async () => {
  const life = await overdue();
  life.now = addMinutes(life.start, 14);
  await life.claim('ask_missing');
  expect(await asked(life)).toHaveLength(0);
});

test('check-in heals the question, and nobody is asked who has checked in', async () => {
  const life = await overdue();
  await life.claimNext();
  await asDesk(
    'front_desk',
    async (tx) => checkIn(tx, { appointmentId: life.id, version: await version(life) }),
    life.now,
  );
  expect(await life.seen()).toBe('await_begin');
  expect(await asked(life)).toMatchObject([{ state: 'done', resolution: 'healed' }]);
  const early = await overdue();
  await asDesk(
    'front_desk',
    async (tx) => checkIn(tx, { appointmentId: early.id, version: await version(early) }),
    early.now,
  );
  await early.claim('ask_missing');
  expect(await asked(early)).toHaveLength(0);
});

test('whoever decides that the client did not come has answered; taken back, nobody is asked again', async () => {
  const life = await overdue();
  await life.claimNext();
  await asDesk(
    'front_desk',
    async (tx) => missAppointment(tx, { id: life.id, version: await version(life) }),
    life.now,
  );
  expect(await life.seen()).toBe('nothing more');
  await life.restore();
  expect(await life.seen()).toBe('decide_missing');
});

test('moved after the question: it is healed, and asked anew about the new time', async () => {
  const life = await overdue();
  await life.claimNext();
  await life.move();
  expect(await life.work()).toEqual([]);
  life.now = addMinutes(life.start, 7 * 24 * 60 + 15);
  await life.claimNext();
  expect(await life.seen()).toBe('work client_missing; decide_missing of 2');
  expect(await asked(life)).toMatchObject([{ state: 'done' }, { state: 'open', params: { occurrence: 2 } }]);
});

test('an open question about an earlier occurrence, wherever it came from, does not stand in the way', async () => {
  const life = await overdue();
  await life.claimNext();
  await asDesk('front_desk', (tx) =>
    tx
      .rows('appointments')
      .where({ practice_id: practice.id, id: life.id })
      .update({ occurrence: 2, occurrence_at: toDate(life.now), version: 9 }),
  );
  await life.claimNext();
  expect(await life.seen()).toBe('work client_missing; decide_missing of 2');
});
