import { batchActsOf, hindranceOf, reasonWord } from './batch-look';

const step = (name: string, due: number | null) => ({ step: name, due, paused: false });

test('a batch that does not get through says why, and when it goes on', () => {
  const waiting = { state: 'written', reason: 'connection_lost', next: step('hand_over', 5) } as const;
  expect(hindranceOf(waiting)).toEqual({ kind: 'waits', reason: 'connection_lost', due: 5 });
  expect(batchActsOf(waiting)).toEqual(['hurry']);
});

test('a batch of which nobody knows whether it arrived is asked for', () => {
  const lost = { state: 'unknown', reason: 'timeout', next: step('settle', 9) } as const;
  expect(hindranceOf(lost)).toEqual({ kind: 'asks', reason: 'timeout', due: 9 });
  expect(batchActsOf(lost)).toEqual(['hurry', 'arrived', 'absent']);
});

test('what is on its way, or has gone, has nothing in its way, whatever was in it before', () => {
  expect(hindranceOf({ state: 'written', reason: null, next: step('hand_over', 5) })).toBeUndefined();
  expect(hindranceOf({ state: 'sent', reason: 'timeout', next: step('await_acknowledgement', null) })).toBeUndefined();
  expect(batchActsOf({ state: 'accepted', reason: null, next: null })).toEqual([]);
});

test('a batch whose sender may not send any more is taken over, one that is not taken is given up', () => {
  expect(batchActsOf({ state: 'written', reason: null, next: step('await_order', null) })).toEqual(['takeOver']);
  expect(batchActsOf({ state: 'returned', reason: 'name_malformed', next: null })).toEqual(['release']);
});

test('what has no words of its own is a clearinghouse that does not answer', () => {
  expect(['no_agreement', 'connection_lost', 'timeout'].map(reasonWord)).toEqual(['no_agreement', 'silent', 'silent']);
});
