import { kindOf, reasonFamily, shownState, todosOf } from './message-look';

const sent = { state: 'sent', deliveredAt: null, failedAt: null, reason: null } as const;

test('a reminder is told by its lead: in days from a whole day on, else in hours', () => {
  expect(kindOf('reminder_72h')).toEqual({ code: 'days', count: 3 });
  expect(kindOf('reminder_24h')).toEqual({ code: 'days', count: 1 });
  expect(kindOf('reminder_36h')).toEqual({ code: 'hours', count: 36 });
  expect(kindOf('reminder_2h')).toEqual({ code: 'hours', count: 2 });
  expect([kindOf('notice'), kindOf('welcome')]).toEqual([{ code: 'notice' }, { code: 'reminder' }]);
});

test('what the vendor reported later counts for more than that it was sent', () => {
  expect(shownState(sent)).toBe('sent');
  expect(shownState({ ...sent, deliveredAt: 1 })).toBe('delivered');
  expect(shownState({ ...sent, deliveredAt: 1, failedAt: 2 })).toBe('failed');
  expect(shownState({ ...sent, state: 'claimed' })).toBe('sending');
});

test('a person is asked to do something only where something went wrong', () => {
  expect(todosOf(sent)).toEqual([]);
  expect(todosOf({ ...sent, state: 'skipped', reason: 'too_late' })).toEqual([]);
  expect(todosOf({ ...sent, state: 'unknown', reason: 'no_answer' })).toEqual(['callUnsure']);
  expect(todosOf({ ...sent, state: 'unknown', reason: 'superseded' })).toEqual([]);
  expect(todosOf({ ...sent, state: 'refused', reason: 'will_not' })).toEqual(['call', 'number']);
  expect(todosOf({ ...sent, failedAt: 1, reason: 'twilio_21610' })).toEqual(['call', 'optedOut']);
  expect(todosOf({ ...sent, state: 'skipped', reason: 'not_configured' })).toEqual(['call', 'setUp']);
  expect(todosOf({ ...sent, state: 'skipped', reason: 'no_agreement' })).toEqual(['call', 'agreement']);
});

test('a code without words of its own is told as its family', () => {
  expect(['twilio_99999', 'smtp_599', 'http_400'].map(reasonFamily)).toEqual(['texts', 'mail', 'other']);
});
