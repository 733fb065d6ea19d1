import { type Instant, addHours } from '../time/instant';
import { instantAt, wallTimeAt } from '../time/wall-time';
import { standardPolicy } from '../practice/policy';
import { type ReminderInput, reminderPlan } from './reminder-plan';

const zone = 'America/New_York';
const at = (wall: string): Instant => instantAt(wall, zone);
const planFor = (start: string, since: string, more: Partial<ReminderInput> = {}) =>
  reminderPlan({
    appointmentId: '0199d6a0-0000-7000-8000-000000000001',
    startsAt: at(start),
    since: at(since),
    rules: standardPolicy.reminders,
    quiet: standardPolicy,
    zone,
    reach: { sms: null, email: null },
    spreadSeconds: 0,
    ...more,
  });
const walls = (plan: ReturnType<typeof planFor>, inZone = zone) =>
  plan.map((one) => [one.code, wallTimeAt(one.due, inZone)]);

test('booked well ahead: mail 72 hours, texts 48 and 2 hours before', () => {
  expect(walls(planFor('2026-12-10T14:00', '2026-12-01T09:00'))).toEqual([
    ['reminder_72h', '2026-12-07T14:00'],
    ['reminder_48h', '2026-12-08T14:00'],
    ['reminder_2h', '2026-12-10T12:00'],
  ]);
});

test('what would wake the client goes out the evening before', () => {
  expect(walls(planFor('2026-12-10T09:30', '2026-12-01T09:00'))).toContainEqual(['reminder_2h', '2026-12-09T19:59']);
});

test('quiet hours are where the client lives, not where the practice is', () => {
  const losAngeles = 'America/Los_Angeles';
  const plan = planFor('2026-12-10T13:00', '2026-12-01T09:00', { zone: losAngeles });
  expect(walls(plan, losAngeles)).toContainEqual(['reminder_2h', '2026-12-09T19:59']);
});

test('booked late in the evening for early next morning: as soon as the quiet ends, if that is still of use', () => {
  const plan = planFor('2026-12-10T10:30', '2026-12-09T22:00');
  const text = plan.find((one) => one.code === 'reminder_2h');
  expect(wallTimeAt(text!.due, zone)).toBe('2026-12-10T09:00');
  expect(text!.due).toBeLessThan(text!.usefulUntil);
});

test('a reminder that came too late for its lead is told from one that is still of use', () => {
  const plan = planFor('2026-12-10T14:00', '2026-12-09T20:30', { quiet: { quietFromMinute: 0, quietUntilMinute: 0 } });
  expect(plan.map((one) => [one.code, one.due <= one.usefulUntil])).toEqual([
    ['reminder_48h', true],
    ['reminder_72h', false],
    ['reminder_2h', true],
  ]);
});

test('over the clock change reminders keep hours, not wall times', () => {
  const [mail] = planFor('2026-11-02T14:00', '2026-10-20T09:00');
  expect(mail!.due).toBe(addHours(at('2026-11-02T14:00'), -72));
  expect(wallTimeAt(mail!.due, zone)).toBe('2026-10-30T15:00');
});

test('whoever did not agree, or has no number, is shown as such', () => {
  const plan = planFor('2026-12-10T14:00', '2026-12-01T09:00', { reach: { sms: 'no_consent', email: 'no_contact' } });
  expect(plan.map((one) => one.unreachable)).toEqual(['no_contact', 'no_consent', 'no_consent']);
});

test('due times are spread by seconds, always the same for the same appointment, never later than planned', () => {
  const [first, second] = [1, 2].map(() => planFor('2026-12-10T14:00', '2026-12-01T09:00', { spreadSeconds: 45 }));
  expect(first).toEqual(second);
  const lead = at('2026-12-10T12:00') - first!.at(-1)!.due;
  expect(lead).toBeGreaterThanOrEqual(0);
  expect(lead).toBeLessThan(45_000);
});

test('what is due as the quiet hours end goes out seconds after it, not the evening before', () => {
  const end = standardPolicy.quietUntilMinute / 60;
  const plan = planFor(`2026-12-10T${String(end + 2).padStart(2, '0')}:00`, '2026-12-01T09:00', { spreadSeconds: 45 });
  const late = (plan.at(-1)?.due ?? 0) - at(`2026-12-10T${String(end).padStart(2, '0')}:00`);
  expect(late).toBeGreaterThan(0);
  expect(late).toBeLessThan(45_000);
});
