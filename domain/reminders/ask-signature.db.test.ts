import { type TestPractice, aPractice, aWorld } from '../../tests/builders/practice';
import { type Life, aLife, oneText, sayCall } from '../../tests/builders/protocol';
import { asSuperuser, until } from '../../tests/builders/sql';
import { signNote } from '../notes/sign-note';
import { writeNote } from '../notes/write-note';
import { type Instant, addHours, addMinutes, instantOf } from '../time/instant';
import { checkIn } from '../visits/check-in';
import { beginVisit, completeVisit } from '../visits/conduct-visit';
import { openWorkItem } from '../work/open-work-item';

const world = aWorld();
let practice: TestPractice;
beforeAll(async () => {
  practice = await aPractice(world(), { policy: { ...oneText, reminders: [], noteGraceHours: 48 } });
});

let day = 0;
/** A visit that took place, of which no note is signed. */
async function aVisit(): Promise<{ life: Life; visitId: string; ended: Instant }> {
  const life = await aLife(practice, { start: instantOf(Date.UTC(2027, 1, 1, 19) + 86_400_000 * (day += 1)) });
  const ended = addMinutes(life.start, 50);
  const visitId = await practice.as(
    'front_desk',
    (tx) => checkIn(tx, { appointmentId: life.id, version: 1 }),
    life.start,
  );
  await asClinician((tx) => beginVisit(tx, { id: visitId, version: 1 }), life.start);
  await asClinician((tx) => completeVisit(tx, { id: visitId, version: 2 }), ended);
  life.now = ended;
  return { life, visitId, ended };
}
const asClinician = <T>(work: Parameters<TestPractice['as']>[1], now: Instant) =>
  practice.as({ membershipId: practice.clinician }, work, now) as Promise<T>;
const asked = (life: Life) =>
  practice.as('front_desk', (tx) =>
    tx.rows('work_items').where({ practice_id: practice.id, ref_id: life.id, cause: 'note_unsigned' }),
  );

async function sign({ life, visitId, ended }: Awaited<ReturnType<typeof aVisit>>): Promise<void> {
  const text = { subjective: 'S', objective: 'O', assessment: 'A', plan: 'P' };
  const times = { beganAt: life.start, endedAt: ended };
  const id = await asClinician<string>((tx) => writeNote(tx, { visitId, ...text, ...times }), life.now);
  await asClinician((tx) => signNote(tx, { id, version: 1 }), life.now);
}

test('a note that nobody signed becomes its clinician’s work once the practice’s time is over, and signing does it', async () => {
  const visit = await aVisit();
  const { life, visitId, ended } = visit;
  expect(await life.plan()).toMatchObject({ step: 'ask_signature', due: addHours(ended, 48) });
  life.now = addMinutes(addHours(ended, 48), -1);
  await life.claim('ask_signature');
  expect(await asked(life)).toEqual([]);
  life.now = addHours(ended, 48);
  expect(sayCall(await life.claimNext())).toBe('no call');
  await life.claim('ask_signature');
  expect(await asked(life)).toMatchObject([
    { state: 'open', queue: 'clinician', owner_id: practice.clinician, params: { visitId } },
  ]);
  expect(await life.seen()).toBe('work note_unsigned; nothing more');
  await sign(visit);
  expect(await asked(life)).toMatchObject([{ state: 'done', resolution: 'healed' }]);
  expect(await life.seen()).toBe('nothing more');
});

test('whoever signs in time is not asked', async () => {
  const visit = await aVisit();
  await sign(visit);
  expect(await visit.life.plan()).toEqual({ kind: 'nothing_more' });
  visit.life.now = addHours(visit.ended, 49);
  await visit.life.claim('ask_signature');
  expect(await asked(visit.life)).toEqual([]);
});

test('whoever signs while Kept is about to ask has done what is asked', async () => {
  const visit = await aVisit();
  const { life, visitId } = visit;
  const service = { practiceId: practice.id, service: 'messages' } as const;
  let signing: Promise<void> | undefined;
  await practice.as(service, async (tx) => {
    await tx.holdStill('appointment', life.id);
    signing = sign(visit);
    await asSuperuser(world().urls, (sql) =>
      until(
        async () =>
          (
            await sql.query(
              "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%kernel.tell%'",
            )
          ).rowCount === 1,
      ),
    );
    const of = await tx.rows('appointments').where({ practice_id: practice.id, id: life.id }).first('client_id');
    await openWorkItem(tx, {
      cause: 'note_unsigned',
      entity: 'appointment',
      refId: life.id,
      clientId: of?.client_id ?? null,
      ownerId: practice.clinician,
      params: { visitId },
    });
  });
  await signing;
  expect(await asked(life)).toMatchObject([{ state: 'done', resolution: 'healed' }]);
});
