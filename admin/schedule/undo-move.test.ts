import type { AppointmentDetail } from '../../api/schedule/appointment.contract';
import { movingOf } from './moving';
import { canMoveBack } from './undo-move';

const now = 1_000_000_000;
const hour = 3_600_000;
const before = {
  state: 'scheduled',
  startsAt: now + 24 * hour,
  localStart: '2026-12-01T14:00',
  clinicianId: 'reyes',
  minutes: 50,
  modality: 'office',
  roomId: null,
  reminders: [{ sentAt: null }],
} as unknown as AppointmentDetail;
const later = { ...movingOf(before), start: '2026-12-01T15:00' };
const reminder = (at: number) => ({ code: 'reminder' as const, at, channel: 'sms' as const });

test('a length can always be as it was, for nobody is told of it', () => {
  const longer = { ...movingOf(before), minutes: 75 };
  expect(canMoveBack({ ...before, state: 'confirmed' }, longer, [], now)).toBe(true);
});

test('another time can be taken back until a confirmation has lapsed or a message has gone', () => {
  expect(canMoveBack(before, later, [reminder(now + hour)], now)).toBe(true);
  expect(canMoveBack({ ...before, state: 'confirmed' }, later, [reminder(now + hour)], now)).toBe(false);
  expect(canMoveBack(before, later, [reminder(now - hour)], now)).toBe(false);
  const told = { ...before, reminders: [{ sentAt: now - hour }] } as unknown as AppointmentDetail;
  expect(canMoveBack(told, later, [], now)).toBe(false);
});

test('what has begun cannot go back into the past', () => {
  expect(canMoveBack({ ...before, startsAt: now - hour }, later, [], now)).toBe(false);
});
