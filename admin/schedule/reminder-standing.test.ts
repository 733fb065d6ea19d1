import type { MessageView } from '../../api/messages/message.contract';
import type { PlannedReminderView } from '../../api/schedule/appointment.contract';
import { reminderStanding, reminderTime } from './reminder-standing';

const reminder: PlannedReminderView = {
  code: 'reminder_48h',
  channel: 'sms',
  due: 900,
  usefulUntil: 2000,
  unreachable: null,
  messageId: null,
  messageState: null,
  sentAt: null,
  deliveredAt: null,
  failedAt: null,
};
const scheduled = { state: 'scheduled' } as const;

test('a reminder is planned while it is of use and the appointment is ahead', () => {
  expect(reminderStanding(reminder, scheduled, [], 1000)).toEqual({ kind: 'planned' });
  expect(reminderStanding(reminder, scheduled, [], 2001)).toEqual({ kind: 'off' });
  expect(reminderStanding(reminder, { state: 'cancelled' }, [], 1000)).toEqual({ kind: 'off' });
});

test('who cannot be reached is told with the reason', () => {
  expect(reminderStanding({ ...reminder, unreachable: 'no_consent' }, scheduled, [], 1000)).toEqual({
    kind: 'unreachable',
    why: 'no_consent',
  });
});

test('what was sent stands as its message does, the newer report first', () => {
  const sent = { ...reminder, messageId: 'm', messageState: 'sent' as const, sentAt: 950 };
  const at = (messages: readonly MessageView[] | undefined) =>
    reminderStanding(sent, { state: 'cancelled' }, messages, 1000);
  expect(at(undefined)).toEqual({ kind: 'message', message: { state: 'sent', deliveredAt: null, failedAt: null } });
  const delivered = { id: 'm', state: 'sent', deliveredAt: 990, failedAt: null } as MessageView;
  expect(at([delivered])).toEqual({ kind: 'message', message: delivered });
});

test('its time is when it went out, else when the workflow will send it, else when it is due by the rule', () => {
  const next = { step: 'reminder_48h', channel: 'sms', due: 1500, paused: false };
  expect(reminderTime(reminder, { next: null })).toBe(900);
  expect(reminderTime(reminder, { next })).toBe(1500);
  expect(reminderTime({ ...reminder, channel: 'email' }, { next })).toBe(900);
  expect(reminderTime({ ...reminder, sentAt: 950 }, { next })).toBe(950);
});
