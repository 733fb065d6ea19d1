import { calendarFile } from './calendar-file';
import { practiceClock } from './practice-clock';
import { type ShownAppointment, isAhead, mayConfirm, standingOf } from './standing';

const two = Date.parse('2026-12-08T19:00:00Z');
const appointment = (state: ShownAppointment['state']): ShownAppointment => ({
  id: 'a',
  startsAt: two,
  minutes: 50,
  clinicianName: 'Dr. Reyes',
  modality: 'office',
  state,
  changeFreeUntil: two - 86_400_000,
});
const after = two + 51 * 60_000;

test('a booking whose time has passed is over, and cannot be confirmed any more', () => {
  expect(standingOf(appointment('scheduled'), two)).toBe('scheduled');
  expect(standingOf(appointment('scheduled'), after)).toBe('over');
  expect([mayConfirm(appointment('scheduled'), two), mayConfirm(appointment('scheduled'), after)]).toEqual([
    true,
    false,
  ]);
  expect([mayConfirm(appointment('confirmed'), two), mayConfirm(appointment('cancelled'), two)]).toEqual([
    false,
    false,
  ]);
});

test('what was cancelled, missed or over is not ahead; a session that runs long is', () => {
  expect((['cancelled', 'no_show', 'completed'] as const).map((state) => isAhead(appointment(state), two))).toEqual([
    false,
    false,
    false,
  ]);
  expect([isAhead(appointment('confirmed'), after), isAhead(appointment('in_session'), after)]).toEqual([false, true]);
});

test('a calendar file states the instant in UTC, escapes what it must and folds long lines', () => {
  const file = calendarFile({
    id: '0197',
    startsAt: two,
    endsAt: two + 50 * 60_000,
    title: 'Appointment',
    note: `To change it, call (212) 555-0100; ${'ñ'.repeat(60)}`,
    now: two - 1000,
  });
  expect(file).toContain('DTSTART:20261208T190000Z\r\nDTEND:20261208T195000Z\r\n');
  expect(file).toContain(String.raw`DESCRIPTION:To change it\, call (212) 555-0100\; `);
  const lines = file.split('\r\n');
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(lines.join('').replaceAll(/(?<=.) (?=ñ)/g, '')).toContain('ñ'.repeat(60));
  expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
});

test('the practice’s clock is told only where it shows something else, with the day where that differs too', () => {
  const zones = (own: string) => ({ own, practice: 'America/New_York' });
  expect(practiceClock(two, zones('America/Detroit'), 'en')).toBeUndefined();
  expect(practiceClock(two, zones('America/Los_Angeles'), 'en')).toEqual({
    own: 'Los Angeles',
    time: '2:00 PM',
    practice: 'New York',
  });
  expect(practiceClock(two, zones('Pacific/Auckland'), 'en')?.time).toBe('Tue, Dec 8 · 2:00 PM');
});
