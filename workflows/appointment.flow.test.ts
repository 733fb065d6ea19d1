import { type TestPractice, aPractice, aWorld, anAppointment } from '../tests/builders/practice';
import { anEngine, until } from '../tests/builders/temporal';
import { type TestVendor, aVendor } from '../tests/builders/vendor';
import type { MessagesRow } from '../domain/database/tables.generated';
import { instantOf } from '../domain/time/instant';

const world = aWorld();
const hour = 3_600_000;
/** No quiet hours, one text an hour before the start. */
const policy = {
  quietFromMinute: 0,
  quietUntilMinute: 0,
  reminders: [{ code: 'reminder_1h', channel: 'sms' as const, hoursBefore: 1 }],
};
/** An appointment whose reminder is due so many milliseconds from now (starts are whole minutes: booked with the instant set). */
const dueIn = (ms: number) => ({ at: instantOf(Date.now() + hour + ms) });

const messagesOf = (practice: TestPractice, id: string) =>
  practice.as(
    'front_desk',
    (tx) =>
      tx.all<MessagesRow>`select * from messages where practice_id = ${practice.id} and appointment_id = ${id} order by created_at`,
  );
const settled = (practice: TestPractice, id: string) =>
  until(async () => {
    const rows = await messagesOf(practice, id);
    return rows.length > 0 && rows.every((row) => !['planned', 'claimed'].includes(row.state)) ? rows : undefined;
  });

describe('one appointment', () => {
  let engine: Awaited<ReturnType<typeof anEngine>>;
  const vendor: TestVendor = aVendor();
  beforeAll(async () => {
    engine = await anEngine(world(), { vendor });
  });
  afterAll(() => engine.stop());

  test('its reminder is sent once, with the link, and its next step is told', async () => {
    const practice = await aPractice(world(), { policy });
    const id = await anAppointment(practice, dueIn(300));
    const [message] = await settled(practice, id);
    expect(message).toMatchObject({ state: 'sent', kind: 'reminder_1h', channel: 'sms', send_no: 1 });
    const sent = vendor.got.filter((one) => one.key.startsWith(message!.id));
    expect(sent).toHaveLength(1);
    expect(sent[0]!.body).toContain(`https://portal.example.org/a/${message!.id}`);
    expect(sent[0]!.body).toContain('Cedar Practice');
  });
});
