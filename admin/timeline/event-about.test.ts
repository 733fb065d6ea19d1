import { aboutEvent, isBad } from './event-about';

test('an event tells what it is about from its parameters', () => {
  expect(aboutEvent({ code: 'appointment.booked', params: { startsAt: 5 } })).toEqual({ of: 'time', at: 5 });
  expect(aboutEvent({ code: 'appointment.moved', params: { from: 5, to: 9 } })).toEqual({
    of: 'times',
    from: 5,
    to: 9,
  });
  expect(
    aboutEvent({ code: 'message.refused', params: { kind: 'reminder_2h', channel: 'sms', code: 'will_not' } }),
  ).toEqual({
    of: 'message',
    kind: 'reminder_2h',
    channel: 'sms',
    reason: 'will_not',
  });
  expect(aboutEvent({ code: 'client.contact_added', params: { kind: 'mobile' } })).toEqual({
    of: 'contact',
    kind: 'mobile',
  });
  expect(aboutEvent({ code: 'client.consent_given', params: { channel: 'voice' } })).toEqual({
    of: 'channel',
    channel: 'voice',
  });
  expect(aboutEvent({ code: 'client.changed', params: { fields: ['zone', 7] } })).toEqual({
    of: 'fields',
    fields: ['zone'],
  });
  expect(aboutEvent({ code: 'file.dismissed', params: { why: 'not_ours' } })).toEqual({
    of: 'dismissal',
    why: 'not_ours',
  });
  expect(aboutEvent({ code: 'work.opened', params: { cause: 'client_missing' } })).toEqual({
    of: 'cause',
    cause: 'client_missing',
  });
});

test('how it came to be known that a message was sent is of no interest', () => {
  expect(
    aboutEvent({ code: 'message.sent', params: { kind: 'reminder_2h', channel: 'sms', reason: 'callback' } }),
  ).toEqual({
    of: 'message',
    kind: 'reminder_2h',
    channel: 'sms',
  });
});

test('parameters of another shape are passed over', () => {
  expect(aboutEvent({ code: 'message.sent', params: { kind: 4, channel: 'fax' } })).toBeUndefined();
  expect(aboutEvent({ code: 'appointment.restored', params: {} })).toBeUndefined();
});

test('what went wrong is marked', () => {
  expect([isBad({ code: 'message.refused' }), isBad({ code: 'message.sent' })]).toEqual([true, false]);
});
