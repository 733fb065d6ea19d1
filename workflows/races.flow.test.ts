import { cancel, dueIn, messagesOf, moveTo, planned, settled } from '../tests/builders/flow';
import { type TestPractice, aPractice, aWorld, anAppointment, times } from '../tests/builders/practice';
import { closeAfterEach } from '../tests/builders/closing';
import { aGate, gatedVendor } from '../tests/builders/gate';
import { aVendor } from '../tests/builders/vendor';
import { oneText } from '../tests/builders/protocol';
import { type TestEngine, anEngine, quickTiming, relayOptions, until } from '../tests/builders/temporal';
import { type Relay, startRelay } from '../worker/relay';
import { workflowId } from './contracts/ids';

const closing = closeAfterEach();
const world = aWorld();
const another = aWorld();
/** On a busy machine a claim may take seconds: nobody's lease ends for that reason here. */
const patient = { ...quickTiming, callMs: 10_000, leaseMs: 40_000 };
let engine: TestEngine;
beforeAll(async () => {
  engine = await anEngine(world(), { deps: { timing: patient } });
});
afterAll(() => engine.stop());

const sentTo = (messageId: string) => engine.vendor.got.filter((one) => one.key.startsWith(messageId)).length;
/**
 * Appointments whose reminders are due at one instant, and for each a promise of a moment around it, from a little before to a
 * little after. They are booked first and then moved there, all at once, so that the instant is not over before they are.
 */
async function dueTogether() {
  const [clinicians, each] = [5, 4];
  const lives = await Promise.all(
    times(clinicians, async () => {
      const practice = await aPractice(world(), { policy: oneText });
      const ids: string[] = [];
      for (let n = 0; n < each; n += 1) ids.push(await anAppointment(practice, { doubleBook: true }));
      return ids.map((id) => ({ practice, id }));
    }),
  );
  const due = Date.now() + 3_000;
  const move = async (same: (typeof lives)[number]) => {
    for (const { practice, id } of same) await moveTo(practice, id, due - Date.now());
  };
  await Promise.all(lives.map(move));
  return lives.flat().map((life, n, all) => {
    const wait = due - 150 + (300 * n) / all.length - Date.now();
    return { ...life, moment: new Promise((resolve) => setTimeout(resolve, Math.max(wait, 1))) };
  });
}

test('reschedule races a firing timer', async () => {
  const lives = await dueTogether();
  await Promise.all(
    lives.map(async ({ practice, id, moment }) => {
      await moment;
      await moveTo(practice, id, 1_000);
    }),
  );
  for (const { practice, id } of lives) {
    const rows = await until(async () => {
      const now = await messagesOf(practice, id);
      return now.some((one) => one.occurrence === 3 && one.state === 'sent') ? now : undefined;
    });
    // Ids are made under the appointment's lock, so their order is that of claim and move.
    const moved = (await lastEvent(practice, id, 'appointment.moved'))!;
    expect(rows.filter((row) => row.occurrence === 2 && row.id > moved)).toEqual([]);
    expect(rows.filter((row) => row.occurrence === 3)).toHaveLength(1);
    for (const row of rows) expect([row.state, sentTo(row.id)]).toEqual(['sent', 1]);
  }
});

const lastEvent = async (practice: TestPractice, id: string, code: string): Promise<string | undefined> => {
  const events = await practice.as('front_desk', (tx) =>
    tx.rows('timeline').where({ practice_id: practice.id, ref_id: id, code }).orderBy('id'),
  );
  return events.at(-1)?.id;
};

test('a cancellation at the due instant: told exactly those whose reminder came before it', async () => {
  const lives = await dueTogether();
  await Promise.all(
    lives.map(async ({ practice, id, moment }) => {
      await moment;
      await cancel(practice, id);
    }),
  );
  for (const { practice, id } of lives) {
    await planned(practice, id, undefined);
    const rows = await messagesOf(practice, id);
    const told = [
      ['reminder_1h', 'sent', 1],
      ['notice', 'sent', 1],
    ];
    expect(rows.map((row) => [row.kind, row.state, sentTo(row.id)])).toEqual(rows.length === 0 ? [] : told);
  }
});

describe('two relays', () => {
  let second: Relay;
  beforeAll(() => {
    second = startRelay(relayOptions(world(), engine.worker.temporal, engine.taskQueue));
  });
  afterAll(() => second.close());

  test('with every row twice: one run for each appointment, and each reminder once', async () => {
    const lives = await Promise.all(
      times(6, async () => {
        const practice = await aPractice(world(), { policy: oneText });
        const ids: string[] = [];
        for (let n = 0; n < 5; n += 1) {
          const id = await dueIn(practice, 1_200);
          await practice.as('front_desk', (tx) => tx.announce('appointment', id)); // the same row once more
          ids.push(id);
        }
        return ids.map((id) => ({ practice, id }));
      }),
    );
    for (const { practice, id } of lives.flat()) {
      const [message, ...more] = await settled(practice, id);
      expect([message!.state, sentTo(message!.id), more]).toEqual(['sent', 1, []]);
      const run = await engine.worker.temporal.workflow.getHandle(workflowId.appointment(id)).describe();
      expect(run.status.name).toBe('RUNNING');
    }
    expect(await world().worker.kernel.raw('select * from kernel.outbox_state()')).toMatchObject({
      rows: [{ parked: 0 }],
    });
  });
});

test('a send that is under way when the worker is told to end is recorded, and another worker goes on', async () => {
  const practice = await aPractice(another(), { policy: oneText });
  const gate = aGate();
  const vendor = aVendor('never');
  const first = await anEngine(another(), { vendor: gatedVendor(vendor, gate) });
  closing(gate).shut();
  const id = await dueIn(practice, 200);
  await gate.reached();
  const ended = first.stop();
  gate.open();
  await ended;
  expect(await messagesOf(practice, id)).toMatchObject([{ state: 'sent' }]);
  closing(await anEngine(another(), { vendor, taskQueue: first.taskQueue }));
  await cancel(practice, id);
  expect((await settled(practice, id, 2)).map((one) => one.kind)).toEqual(['reminder_1h', 'notice']);
});
