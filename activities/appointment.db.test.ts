import type { Database } from '../domain/database/database';
import { standardTiming } from '../domain/reminders/timing';
import { instantOf } from '../domain/time/instant';
import { type TestPractice, aPractice, aWorld, anAppointment } from '../tests/builders/practice';
import { oneText } from '../tests/builders/protocol';
import { type TestVendor, aVendor } from '../tests/builders/vendor';
import { type AppointmentDeps, createAppointmentActivities } from './appointment';

const world = aWorld();
let practice: TestPractice;
beforeAll(async () => {
  practice = await aPractice(world(), { policy: oneText });
});

const timing = { ...standardTiming, callMs: 200, leaseMs: 400, recordMs: 5_000 };

function activities(vendor: TestVendor, more: Partial<AppointmentDeps> = {}) {
  return createAppointmentActivities({
    database: practice.worker,
    ports: vendor.ports,
    timing,
    spreadSeconds: 0,
    linkFor: (id) => `https://portal.example.org/a/${id}`,
    ...more,
  });
}

/** The reminder of an appointment that starts in an hour, and so many milliseconds. */
async function reminderIn(ms: number, due = Date.now() + ms) {
  const id = await anAppointment(practice, { at: instantOf(due + 3_600_000), doubleBook: true });
  return { practiceId: practice.id, id, step: 'reminder_1h', occurrence: 1 };
}
const messageOf = (id: string) =>
  practice.as('front_desk', (tx) =>
    tx.rows('messages').where({ practice_id: practice.id, appointment_id: id }).first(),
  );

test('asked a moment too early, because the clock of the engine is ahead, it waits and sends once', async () => {
  const vendor = aVendor();
  const due = Date.now() + 1_500; // booked before, on a busy machine too
  const step = await reminderIn(0, due);
  const next = await activities(vendor).appointmentCarryOut(step);
  expect((await messageOf(step.id))?.claimed_at?.getTime()).toBeGreaterThanOrEqual(due);
  expect(vendor.got).toHaveLength(1);
  expect(next).toMatchObject({ step: 'ask_missing' });
  expect(
    await practice.as(
      'front_desk',
      (tx) => tx.one`select tries from next_steps where practice_id = ${practice.id} and id = ${step.id}`,
    ),
  ).toEqual({ tries: 0 });
});

test('asked for what is due much later, it answers at once', async () => {
  const vendor = aVendor();
  const next = await activities(vendor).appointmentCarryOut(await reminderIn(600_000));
  expect(next).toMatchObject({ step: 'reminder_1h' });
  expect(vendor.calls).toBe(0);
});

test('a process that slept between claim and call does not call: its lease is nearly over', async () => {
  const vendor = aVendor('never');
  const sleeping = (id: string) => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
    return id;
  };
  const step = await reminderIn(0);
  await activities(vendor, { linkFor: sleeping }).appointmentCarryOut(step);
  expect(vendor.calls).toBe(0);
  expect(await messageOf(step.id)).toMatchObject({ state: 'claimed', reason: 'slept' });
});

test('Postgres away while the answer is recorded: tried again inside the activity, the answer is not lost', async () => {
  const vendor = aVendor('never');
  let failures = 3;
  const flaky: Database = {
    ...practice.worker,
    async inPractice(entering, act, work, options) {
      if (act?.act === 'appointment.record' && failures-- > 0) throw new Error('connect ECONNREFUSED');
      return practice.worker.inPractice(entering, act, work, options);
    },
  };
  const step = await reminderIn(0);
  await activities(vendor, { database: flaky }).appointmentCarryOut(step);
  expect(vendor.calls).toBe(1);
  expect(await messageOf(step.id)).toMatchObject({ state: 'sent' });
});

test('a vendor that does not answer is left after the time of a call, and the claim stays open', async () => {
  const vendor = aVendor();
  vendor.next('hang');
  const step = await reminderIn(0);
  const began = Date.now();
  await activities(vendor).appointmentCarryOut(step);
  expect(Date.now() - began).toBeLessThan(3_000);
  expect(await messageOf(step.id)).toMatchObject({ state: 'claimed', reason: 'timeout' });
});

test('the link in a text is the message’s own, and no part of what is stored', async () => {
  const vendor = aVendor();
  const step = await reminderIn(0);
  await activities(vendor).appointmentCarryOut(step);
  const message = await messageOf(step.id);
  expect(vendor.got[0]).toMatchObject({ key: `${message?.id}.1`, to: message?.to_address });
  expect(vendor.got[0]?.body).toContain(`https://portal.example.org/a/${message?.id}`);
  expect(message?.body).toContain('{link}');
});
