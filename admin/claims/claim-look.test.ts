import { nextOfClaim, shownClaimState } from './claim-look';

test('an answered claim is told by what became of its money', () => {
  const of = (paidCents: number, openCents: number) => shownClaimState({ state: 'adjudicated', paidCents, openCents });
  expect([of(11_000, 0), of(5000, 100), of(0, 0), of(11_000, -200)]).toEqual(['paid', 'partly', 'answered', 'paid']);
  expect(shownClaimState({ state: 'denied', paidCents: 5000, openCents: 0 })).toBe('denied');
});

test('what happens next is what the plan says, and without one what the state waits for', () => {
  const step = { step: 'ask_decision', due: 5, paused: false };
  expect(nextOfClaim({ state: 'accepted', next: step })).toEqual({ code: 'ask_decision', due: 5 });
  expect(nextOfClaim({ state: 'accepted', next: { ...step, paused: true } })).toEqual({ code: 'paused', due: null });
  expect(nextOfClaim({ state: 'blocked', next: null })).toEqual({ code: 'await_mend', due: null });
});
