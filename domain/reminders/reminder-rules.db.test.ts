import { writeReminder } from '../../activities/reminder-text';
import { type TestPractice, aClient, aPractice, aWorld, zone } from '../../tests/builders/practice';
import { type Life, aLife, claimed, oneText, sayCall } from '../../tests/builders/protocol';
import type { SendAnswer } from '../messages/message-port';
import { newId } from '../ids';
import type { ReminderRule } from '../practice/policy';
import { addHours, addMinutes } from '../time/instant';
import { instantAt } from '../time/wall-time';
import type { Means } from './means';

const world = aWorld();
let practice: TestPractice;
beforeEach(async () => {
  practice = await aPractice(world(), { policy: oneText });
});

const start = instantAt('2027-02-10T14:00', zone);
const accepted: SendAnswer = { kind: 'accepted', vendorId: 'v-1' };
const words: Partial<Means> = { write: writeReminder };
const textOf = async (life: Life) => (await life.message())?.row.body ?? '';

describe('a message is withheld, and someone is told', () => {
  test('where no vendor is configured', async () => {
    const life = await aLife(practice, { start, means: { ports: {} } });
    expect(sayCall(await life.claim())).toBe('no call');
    expect(await life.seen()).toBe('skipped #1 not_configured; work message_refused; ask_missing');
  });

  test('where the vendor has no agreement', async () => {
    const ports = { sms: { vendor: 'twilio', repeat: 'lookup' as const } };
    const life = await aLife(practice, { start, means: { ports } });
    expect(sayCall(await life.claim())).toBe('no call');
    expect(await life.seen()).toBe('skipped #1 no_agreement; work message_refused; ask_missing');
  });

  test('where the agreement has run out; one that is in force lets it go', async () => {
    const ports = { sms: { vendor: 'twilio', repeat: 'lookup' as const } };
    const sign = (until: string | null) =>
      practice.as('administrator', (tx) =>
        tx.rows('business_associate_agreements').insert({
          practice_id: practice.id,
          id: newId(),
          vendor: 'twilio',
          services: ['sms'],
          signed_on: '2026-01-01',
          expires_on: until,
          recorded_by: practice.administrator,
        }),
      );
    await sign('2027-02-09');
    const late = await aLife(practice, { start, means: { ports } });
    expect(sayCall(await late.claim())).toBe('no call');
    await sign(null);
    const good = await aLife(practice, { start, means: { ports } });
    expect(sayCall(await good.claim())).toBe('sends #1');
  });

  test('where the agreement ended while nobody knew whether it was sent: not handed over again', async () => {
    const ports = { sms: { vendor: 'twilio', repeat: 'keyed' as const } };
    const row = { practice_id: practice.id, id: newId() };
    await practice.as('administrator', (tx) =>
      tx.rows('business_associate_agreements').insert({
        ...row,
        vendor: 'twilio',
        services: ['sms'],
        signed_on: '2026-01-01',
        recorded_by: practice.administrator,
      }),
    );
    const life = await aLife(practice, { start, means: { ports } });
    await life.claim();
    await practice.as('administrator', (tx) =>
      tx
        .rows('business_associate_agreements')
        .where(row)
        .update({ ended_at: new Date(life.now) }),
    );
    life.pass(20_000);
    expect(sayCall(await life.claimNext())).toBe('no call');
    expect(await life.seen()).toBe('unknown #1 no_answer; work message_unknown; ask_missing');
  });
});

test('after a change of vendors nobody can say what became of an open message: a person decides', async () => {
  const ports: { sms: { vendor: string; repeat: 'keyed' | 'lookup' } } = {
    sms: { vendor: 'sandbox', repeat: 'keyed' },
  };
  const life = await aLife(practice, { start, means: { ports } });
  await life.claim();
  ports.sms = { vendor: 'twilio', repeat: 'lookup' };
  life.pass(20_000);
  expect(sayCall(await life.claimNext())).toBe('no call');
  expect(await life.seen()).toBe('unknown #1 no_answer; work message_unknown; ask_missing');
});

test('the text is fixed at the first claim: the same key carries the same words to the same number, whatever changes', async () => {
  const clientId = await aClient(practice);
  const life = await aLife(practice, { start, clientId, means: words });
  const first = claimed(await life.claim());
  await practice.as('front_desk', (tx) =>
    tx.rows('clients').where({ practice_id: practice.id, id: clientId }).update({ language: 'es' }),
  );
  await practice.as('administrator', (tx) =>
    tx.rows('practice_profiles').where({ practice_id: practice.id }).update({ name: 'Another Name' }),
  );
  life.pass(20_000);
  const again = claimed(await life.claimNext());
  expect(again.message.row).toMatchObject({
    body: first.message.row.body,
    to_address: first.message.row.to_address,
    send_no: first.message.row.send_no,
  });
});

test.each([
  ['en', 'you have an appointment Wed'],
  ['es', 'tiene una cita'],
] as const)('a client who reads %s is written to in that language', async (language, expected) => {
  const clientId = await aClient(practice, { language });
  const life = await aLife(practice, { start, clientId, means: words });
  await life.claim();
  expect((await textOf(life)).toLowerCase()).toContain(expected.toLowerCase());
});

test('nothing of what the appointment is about or with whom is in a text', async () => {
  const life = await aLife(practice, { start, means: words });
  await life.claim();
  expect(await textOf(life)).not.toMatch(/therapy|session|reyes|ana|whitfield|clinic/i);
});

const early: readonly ReminderRule[] = [{ code: 'reminder_1h', channel: 'sms', hoursBefore: 2 }];
const quiet = { quietFromMinute: 20 * 60, quietUntilMinute: 9 * 60, reminders: early };
const at = (wall: string) => instantAt(wall, zone);

describe('quiet hours', () => {
  beforeEach(async () => {
    practice = await aPractice(world(), { policy: quiet });
  });

  test('what would wake the client is due the evening before', async () => {
    const life = await aLife(practice, { start: at('2027-02-10T10:00') });
    life.now = at('2027-02-09T12:00');
    expect(await life.plan()).toMatchObject({ step: 'reminder_1h', due: at('2027-02-09T19:59') });
  });

  test('what an outage made late does not go out at night, and is still sent in the morning', async () => {
    const life = await aLife(practice, { start: at('2027-02-10T10:00') });
    life.now = at('2027-02-09T23:30');
    expect(await life.plan()).toMatchObject({ step: 'reminder_1h', due: at('2027-02-10T09:00') });
    expect(sayCall(await life.claim())).toBe('no call');
    life.now = at('2027-02-10T09:00');
    expect(sayCall(await life.claim())).toBe('sends #1');
  });

  test('a second try a minute into the quiet is the same disturbance; one after hours waits for the morning', async () => {
    const soon = await aLife(practice, { start: at('2027-02-10T10:00') });
    soon.now = at('2027-02-09T19:59');
    await soon.answer(await soon.claim(), { kind: 'not_sent', code: 'busy', retryAfterMs: 90_000 });
    soon.pass(90_000);
    expect(sayCall(await soon.claim())).toBe('sends #2');
    const late = await aLife(practice, { start: at('2027-02-10T10:00') });
    late.now = at('2027-02-09T19:59');
    await late.answer(await late.claim(), { kind: 'not_sent', code: 'busy', retryAfterMs: 3_600_000 });
    expect(await late.plan()).toMatchObject({ step: 'reminder_1h', due: at('2027-02-10T09:00') });
  });

  test('a move of the client to another zone moves what is still to come, and sends nothing twice', async () => {
    const clientId = await aClient(practice);
    const life = await aLife(practice, { start: at('2027-02-10T13:00'), clientId });
    life.now = at('2027-02-09T12:00');
    expect(await life.plan()).toMatchObject({ due: at('2027-02-10T11:00') });
    const moveTo = (zone: string) =>
      practice.as('front_desk', (tx) =>
        tx.rows('clients').where({ practice_id: practice.id, id: clientId }).update({ zone }),
      );
    await moveTo('America/Los_Angeles');
    expect(await life.plan()).toMatchObject({ due: instantAt('2027-02-09T19:59', 'America/Los_Angeles') });
    life.now = instantAt('2027-02-09T19:59', 'America/Los_Angeles');
    await life.answer(await life.claim(), accepted);
    await moveTo(zone);
    life.now = at('2027-02-10T11:00');
    expect(sayCall(await life.claim())).toBe('no call');
    expect(await life.seen()).toBe('sent #1; ask_missing');
  });
});

describe('consent', () => {
  const revoke = (life: Life, channel: 'sms' | 'email') =>
    practice.as(
      'front_desk',
      (tx) =>
        tx.all`update message_consents set revoked_at = ${new Date(life.now)}, revoked_source = 'front_desk' where practice_id = ${practice.id} and channel = ${channel}
              and client_id = (select client_id from appointments where practice_id = ${practice.id} and id = ${life.id})`,
    );

  test('withdrawn before the reminder is due: nothing is sent', async () => {
    const life = await aLife(practice, { start });
    await revoke(life, 'sms');
    expect(sayCall(await life.claim())).toBe('no call');
    expect(await life.seen()).toBe('ask_missing');
  });

  test('withdrawn while nobody knows whether it went out: not sent again', async () => {
    const life = await aLife(practice, { start });
    await life.claim();
    await revoke(life, 'sms');
    life.pass(20_000);
    expect(sayCall(await life.claimNext())).toBe('no call');
    expect(await life.seen()).toBe('unknown #1 superseded; ask_missing');
  });

  test('withdrawn for texts after a reminder: the cancellation is told by mail', async () => {
    const life = await aLife(practice, { start });
    await life.answer(await life.claim(), accepted);
    await revoke(life, 'sms');
    await life.cancel();
    await life.claimNext();
    expect(await life.message('notice')).toMatchObject({ channel: 'email', state: 'claimed' });
  });

  test('withdrawn between two tries of a notice: it is not sent', async () => {
    const life = await aLife(practice, { start });
    await life.answer(await life.claim(), accepted);
    await life.cancel();
    await life.answer(await life.claimNext(), { kind: 'not_sent', code: 'busy' });
    await revoke(life, 'sms');
    life.pass(1_000);
    expect(sayCall(await life.claimNext())).toBe('no call');
  });
});

describe('a cancellation notice', () => {
  test('is sent once, to whoever had been told', async () => {
    const life = await aLife(practice, { start });
    await life.answer(await life.claim(), accepted);
    await life.cancel();
    await life.answer(await life.claimNext(), accepted);
    expect(await life.seen()).toBe('sent #1; sent #1; nothing more');
    expect(sayCall(await life.claim('notice'))).toBe('no call');
  });

  test('restored before the notice went out: the reminders begin anew instead', async () => {
    const life = await aLife(practice, { start });
    await life.answer(await life.claim(), accepted);
    await life.cancel();
    await life.restore();
    expect(sayCall(await life.claim('notice'))).toBe('no call');
    expect(sayCall(await life.claim('reminder_1h', 2))).toBe('sends #1');
  });

  test('cancelled, told, restored, cancelled again: told again only if the client heard of it in between', async () => {
    const life = await aLife(practice, { start });
    await life.answer(await life.claim(), accepted);
    await life.cancel();
    await life.answer(await life.claimNext(), accepted);
    await life.restore();
    await life.cancel();
    expect(await life.seen()).toBe('sent #1; sent #1; nothing more');
  });

  test('that could not be sent until the appointment would have begun is left out', async () => {
    const life = await aLife(practice, { start });
    await life.answer(await life.claim(), accepted);
    await life.cancel();
    await life.answer(await life.claimNext(), { kind: 'not_sent', code: 'busy', retryAfterMs: 3_600_000 });
    life.now = addMinutes(start, 1);
    expect(await life.seen()).toBe('sent #1; skipped #2 too_late; nothing more');
  });
});

test('an appointment booked after a reminder would have been due: it is sent at once while it is of use', async () => {
  const policy = { ...oneText, reminders: [{ code: 'reminder_1h', channel: 'sms' as const, hoursBefore: 48 }] };
  practice = await aPractice(world(), { policy });
  const life = await aLife(practice, { start }); // booked 48 hours before
  life.now = addHours(start, -40);
  expect(sayCall(await life.claim())).toBe('sends #1');
  const late = await aLife(practice, { start });
  late.now = addHours(start, -15);
  expect(sayCall(await late.claim())).toBe('no call');
  expect(await late.seen()).toBe('skipped #1 too_late; ask_missing');
});
