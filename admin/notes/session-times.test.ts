import { isSession, minutesOf, withBegan, withEnded } from './session-times';

const day = '2026-12-01';
const none = { began: null, ended: null };
const held = { began: '2026-12-01T14:00', ended: '2026-12-01T14:50' };

test('times are typed one after the other, on the day of the appointment', () => {
  const begun = withBegan(none, '14:00', day);
  expect(begun).toEqual({ began: '2026-12-01T14:00', ended: null });
  expect(withEnded(begun, '14:50', day)).toEqual(held);
  expect(minutesOf(held)).toBe(50);
});

test('a session that runs past midnight ends on the day after', () => {
  const late = withBegan(none, '23:30', day);
  expect(withEnded(late, '00:20', day)).toEqual({ began: '2026-12-01T23:30', ended: '2026-12-02T00:20' });
});

test('an end before the beginning is no session, and is not taken for the day after', () => {
  const slip = withEnded(held, '13:00', day);
  expect(slip.ended).toBe('2026-12-01T13:00');
  expect(isSession(slip)).toBe(false);
});

test('what is emptied is not attested', () => {
  expect(withBegan(held, '', day)).toEqual({ began: null, ended: held.ended });
  expect(withEnded(held, '', day)).toEqual({ began: held.began, ended: null });
  expect(minutesOf(none)).toBeUndefined();
  expect(isSession(none)).toBe(true);
});

test('a beginning that moves past the end takes the end along only overnight', () => {
  expect(withBegan(held, '14:20', day)).toEqual({ began: '2026-12-01T14:20', ended: '2026-12-01T14:50' });
  expect(isSession(withBegan(held, '15:00', day))).toBe(false);
});
