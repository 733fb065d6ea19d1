import { type TestPractice, aPractice, aWorld, anAppointment } from '../../tests/builders/practice';
import { type Instant, addMinutes, instantOf } from '../time/instant';
import { readAppointment } from '../schedule/appointment';
import { cancelAppointment } from '../schedule/cancel-appointment';
import { planAppointment } from '../reminders/plan-appointment';
import { type NextStep, countTry, forgetTries, lockNextStep, nothingMore, stepAt, storeNextStep } from './next-step';

const world = aWorld();
let practice: TestPractice;
beforeAll(async () => {
  practice = await aPractice(world());
});

const begin = instantOf(Date.UTC(2027, 0, 4, 19));

/** A defective step: always due, and carrying it out records nothing. */
async function aDefect() {
  const id = await anAppointment(practice, { at: addMinutes(begin, 60 * 24), now: begin, doubleBook: true });
  const service = { practiceId: practice.id, service: 'core' as const };
  const step = (now: Instant, name = 'stuck') => stepAt(name, 1, now);
  const store = (now: Instant, next: NextStep) =>
    practice.as(
      service,
      async (tx) =>
        storeNextStep(tx, { entity: 'appointment', id, clientId: null, version: 1, next }, await lockNextStep(tx, id)),
      now,
    );
  return {
    id,
    /** What the workflow does: plans, and carries out what is due. Answers how often it was carried out until it pauses. */
    async runs(now: Instant, name = 'stuck'): Promise<number> {
      for (let carriedOut = 0; ; carriedOut += 1) {
        const next = await store(now, step(now, name));
        if (next.kind !== 'step' || next.due === null || next.due > now || carriedOut > 9) return carriedOut;
        await practice.as(service, (tx) => countTry(tx, { id, step: name, occurrence: 1 }), now);
      }
    },
    plan: (now: Instant, name = 'stuck') => store(now, step(now, name)),
    end: (now: Instant) => store(now, nothingMore),
    recorded: (now: Instant) => practice.as(service, (tx) => forgetTries(tx, id), now),
    work: async () =>
      (
        await practice.as('front_desk', (tx) =>
          tx.rows('work_items').where({ practice_id: practice.id, ref_id: id, cause: 'step_repeats' }),
        )
      ).length,
  };
}

test('a step that is carried out twice and records nothing pauses for ten minutes, and someone is asked once', async () => {
  const defect = await aDefect();
  expect(await defect.runs(begin)).toBe(2);
  expect(await defect.work()).toBe(1);
  expect(await defect.plan(begin)).toMatchObject({ due: addMinutes(begin, 10) });
});

test('signals during the pause plan again and shorten nothing', async () => {
  const defect = await aDefect();
  await defect.runs(begin);
  for (const minute of [1, 5, 9]) expect(await defect.runs(addMinutes(begin, minute))).toBe(0);
  expect(await defect.plan(addMinutes(begin, 9))).toMatchObject({ due: addMinutes(begin, 10) });
});

test('after the pause there is one more pair of tries, then the next pause; the work item stays the same', async () => {
  const defect = await aDefect();
  await defect.runs(begin);
  expect(await defect.runs(addMinutes(begin, 10))).toBe(2);
  expect(await defect.plan(addMinutes(begin, 10))).toMatchObject({ due: addMinutes(begin, 20) });
  expect(await defect.work()).toBe(1);
});

test('whatever is recorded makes it no runaway', async () => {
  const defect = await aDefect();
  for (let n = 0; n < 5; n += 1) {
    expect(await defect.plan(begin)).toMatchObject({ due: begin });
    await defect.recorded(begin);
  }
  expect(await defect.runs(begin)).toBe(2);
});

test('another step begins to count anew', async () => {
  const defect = await aDefect();
  await defect.runs(begin);
  expect(await defect.runs(begin, 'another')).toBe(2);
});

test('a burst of signals plans the same step a hundred times: nothing was carried out, so nothing pauses', async () => {
  const defect = await aDefect();
  for (let n = 0; n < 100; n += 1) await defect.plan(begin);
  expect(await defect.work()).toBe(0);
});

test('a cancellation ends the pause', async () => {
  const defect = await aDefect();
  await defect.runs(begin);
  expect(await defect.end(addMinutes(begin, 1))).toEqual(nothingMore);
});

test('and so does one of the appointment itself', async () => {
  const defect = await aDefect();
  await defect.runs(begin);
  await practice.as(
    'front_desk',
    async (tx) =>
      cancelAppointment(tx, {
        id: defect.id,
        version: (await readAppointment(tx, defect.id)).version,
        reason: 'client_asked',
        byClient: false,
      }),
    addMinutes(begin, 1),
  );
  const service = { practiceId: practice.id, service: 'core' as const };
  expect(await practice.as(service, (tx) => planAppointment(tx, defect.id, 0), addMinutes(begin, 1))).toEqual(
    nothingMore,
  );
});

test('a plan from an older version is answered, and does not overwrite a newer one', async () => {
  const defect = await aDefect();
  const service = { practiceId: practice.id, service: 'core' as const };
  const store = (version: number, name: string) =>
    practice.as(service, async (tx) =>
      storeNextStep(
        tx,
        { entity: 'appointment', id: defect.id, clientId: null, version, next: stepAt(name, 1, begin) },
        await lockNextStep(tx, defect.id),
      ),
    );
  await store(7, 'newer');
  expect(await store(6, 'older')).toMatchObject({ step: 'older' });
  const stored = await practice.as(service, (tx) => lockNextStep(tx, defect.id));
  expect(stored).toMatchObject({ step: 'newer' });
});
