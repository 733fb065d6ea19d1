import { addHours, toIso } from '../time/instant';
import { instantAt, wallTimeAt } from '../time/wall-time';
import type { ClaimFacts } from './claim-clocks';
import { claimPlan } from './claim-steps';

const zone = 'America/New_York';
const at = (wall: string) => instantAt(wall, zone);
const made = at('2026-10-15T15:00');
const sent = at('2026-10-16T09:00');
const decided = { at: at('2026-11-10T08:00'), day: '2026-11-09' };

/** A claim of 15 October: to be filed within 90 days, decided within 30, corrected within 60, appealed within 180. */
const claim = (more: Partial<ClaimFacts>): ClaimFacts => ({
  state: 'ready',
  versionNo: 1,
  frequency: '1',
  isTakenIn: false,
  backSince: made,
  sentAt: null,
  isFormatHeard: false,
  isReceiptHeard: false,
  takenAt: null,
  decided: null,
  appealedAt: null,
  isBalanced: false,
  serviceDay: '2026-10-15',
  terms: { filingDays: 90, correctionDays: 60, appealDays: 180, adjudicationDays: 30 },
  zone,
  told: {},
  now: made,
  ...more,
});
const submitted = { state: 'submitted', sentAt: sent } as const;
const heard = { isFormatHeard: true, isReceiptHeard: true } as const;
const accepted = { ...submitted, ...heard, state: 'accepted', isTakenIn: true, takenAt: addHours(sent, 5) } as const;
const denied = { ...accepted, state: 'denied', decided } as const;

/** `step wall-time`, as screens show what is next. */
function next(more: Partial<ClaimFacts>): string {
  const plan = claimPlan(claim(more)).next;
  if (plan.kind === 'nothing_more') return plan.kind;
  return plan.due === null ? plan.step : `${plan.step} ${wallTimeAt(plan.due, zone)}`;
}
const causes = (more: Partial<ClaimFacts>) =>
  claimPlan(claim(more))
    .clocks.map(({ cause }) => cause)
    .toSorted();
const deadlines = (more: Partial<ClaimFacts>) =>
  Object.fromEntries(
    claimPlan(claim(more)).clocks.map(({ cause, deadline }) => [
      cause,
      deadline === null ? null : wallTimeAt(deadline, zone),
    ]),
  );

test.each<readonly [string, Partial<ClaimFacts>, string]>([
  ['ready: 14 days before it is too late to file', {}, 'warn_filing 2026-12-30T00:00'],
  ['blocked: the same', { state: 'blocked' }, 'warn_filing 2026-12-30T00:00'],
  ['sent: the format is confirmed within an hour', submitted, 'ask_format 2026-10-16T10:00'],
  ['format accepted: received within two days', { ...submitted, isFormatHeard: true }, 'ask_receipt 2026-10-18T09:00'],
  ['received: decided within the payer’s days', { ...submitted, ...heard }, 'ask_decision 2026-11-15T23:59'],
  ['accepted: counted from then', { ...accepted, takenAt: at('2026-10-20T01:00') }, 'ask_decision 2026-11-19T23:59'],
  [
    'rejected: filed by the same day as ever',
    { ...submitted, ...heard, state: 'rejected' },
    'warn_filing 2026-12-30T00:00',
  ],
  ['denied: corrected within the payer’s days of its payment', denied, 'warn_correction 2026-12-25T00:00'],
  [
    'denied and appealed: answered within the days of a decision',
    { ...denied, appealedAt: at('2026-11-20T10:00') },
    'ask_appeal 2026-12-20T23:59',
  ],
  [
    'decided, and a part is left: looked at the day after',
    { ...denied, state: 'adjudicated' },
    'look_at_rest 2026-11-11T08:00',
  ],
  ['decided to the cent', { ...denied, state: 'adjudicated', isBalanced: true }, 'nothing_more'],
  ['denied, and nothing in dispute', { ...denied, isBalanced: true }, 'nothing_more'],
  [
    'decided to the cent, and appealed',
    { ...denied, state: 'adjudicated', isBalanced: true, appealedAt: at('2026-11-20T10:00') },
    'ask_appeal 2026-12-20T23:59',
  ],
  [
    'the decision is taken back: the next one is owed',
    { ...accepted, takenAt: at('2026-12-01T09:00') },
    'ask_decision 2026-12-31T23:59',
  ],
  [
    'a replacement is ready: corrected by the day',
    { ...denied, state: 'ready', frequency: '7', versionNo: 2 },
    'warn_correction 2026-12-25T00:00',
  ],
  [
    'a replacement was accepted without a decision before: no day',
    { ...accepted, state: 'ready', frequency: '7' },
    'await_batch',
  ],
  ['a void is ready: it has no day', { ...denied, state: 'ready', frequency: '8' }, 'await_batch'],
  ['a void is rejected: somebody mends it', { ...denied, state: 'rejected', frequency: '8' }, 'await_mend'],
  ['void', { ...denied, state: 'void' }, 'nothing_more'],
  ['closed', { ...denied, state: 'closed' }, 'nothing_more'],
])('%s', (_, more, said) => {
  expect(next(more)).toBe(said);
});

describe('a clock that has become work', () => {
  const told = { claim_unacknowledged: addHours(sent, 1), claim_unreceived: addHours(sent, 48) };

  test('is not told again: the next one runs, and when all are told the answer is waited for', () => {
    expect(next({ ...submitted, told: { claim_unacknowledged: addHours(sent, 1) } })).toBe(
      'ask_receipt 2026-10-18T09:00',
    );
    expect(next({ ...submitted, told })).toBe('ask_decision 2026-11-15T23:59');
    expect(next({ ...submitted, told: { ...told, claim_unanswered: at('2026-11-16T00:00') } })).toBe(
      'warn_filing 2026-12-30T00:00',
    );
    const all = { ...told, claim_unanswered: at('2026-11-16T00:00'), claim_filing_due: at('2026-12-30T00:00') };
    expect(next({ ...submitted, told: all })).toBe('await_answer');
  });

  test('of an earlier sending says nothing of this one', () => {
    expect(next({ ...submitted, sentAt: addHours(sent, 72), told })).toBe('ask_format 2026-10-19T10:00');
  });

  test('runs until what it waits for has come: its work is open as long', () => {
    expect(causes({ ...submitted, told })).toEqual([
      'claim_filing_due',
      'claim_unacknowledged',
      'claim_unanswered',
      'claim_unreceived',
    ]);
    expect(causes({ ...submitted, isFormatHeard: true, told })).toEqual([
      'claim_filing_due',
      'claim_unanswered',
      'claim_unreceived',
    ]);
    expect(causes({ ...accepted, told })).toEqual(['claim_unanswered']);
    expect(causes({ ...denied, told })).toEqual(['claim_appeal_due', 'claim_correction_due']);
  });

  test('leaves a denial to a person', () => {
    const both = { claim_correction_due: decided.at, claim_appeal_due: decided.at };
    expect(next({ ...denied, told: both })).toBe('await_decision');
    expect(next({ ...denied, state: 'adjudicated', told: { ...both, claim_rest: decided.at } })).toBe('await_decision');
    expect(
      next({
        ...denied,
        appealedAt: at('2026-11-20T10:00'),
        told: { ...both, appeal_unanswered: at('2026-12-21T00:00') },
      }),
    ).toBe('await_answer');
  });
});

test('what runs out has the day until which something can be done', () => {
  expect(deadlines(submitted)).toMatchObject({
    claim_unacknowledged: '2027-01-13T23:59',
    claim_filing_due: '2027-01-13T23:59',
  });
  expect(deadlines(accepted)).toEqual({ claim_unanswered: null });
  expect(deadlines(denied)).toEqual({ claim_correction_due: '2027-01-08T23:59', claim_appeal_due: '2027-05-08T23:59' });
});

test.each<readonly [string, Partial<ClaimFacts>, readonly [string, string] | undefined]>([
  ['a block', { state: 'blocked' }, ['claim_blocked', '2027-01-13T23:59']],
  ['a rejection', { ...submitted, state: 'rejected' }, ['claim_rejected', '2027-01-13T23:59']],
  ['a rejected replacement', { ...denied, state: 'rejected', frequency: '7' }, ['claim_rejected', '2027-01-08T23:59']],
  ['a denial', denied, ['claim_denied', '2027-01-08T23:59']],
  ['a denial too late to correct', { ...denied, now: at('2027-01-09T10:00') }, ['claim_denied', '2027-05-08T23:59']],
  ['a denial too late for anything', { ...denied, now: at('2028-01-09T10:00') }, ['claim_denied', '2027-05-08T23:59']],
  ['an answer that is waited for', submitted, undefined],
])('work about %s is due when it is too late', (_, more, due) => {
  const { stateWork } = claimPlan(claim(more));
  expect(stateWork && [stateWork.cause, wallTimeAt(stateWork.due, zone)]).toEqual(due);
});

test('days are the practice’s, also where its clocks change', () => {
  // 1 November 2026 has 25 hours in New York; its last minute is at 04:59 UTC
  const late = claim({ ...submitted, ...heard, sentAt: at('2026-10-02T23:30') });
  const due = claimPlan(late).next;
  expect(due.kind === 'step' && due.due !== null && toIso(due.due)).toBe('2026-11-02T04:59:00.000Z');
});

/** `step day days`, as the claim's page shows what lies ahead; `+`: it has become work. */
const ahead = (more: Partial<ClaimFacts>) =>
  claimPlan(claim(more)).ahead.map(({ step, due, deadline, days, toldAt }) => {
    const at = deadline ?? due;
    return [step, at === null ? '' : wallTimeAt(at, zone).slice(0, 10), days ?? '', toldAt === null ? '' : '+']
      .filter((part) => part !== '')
      .join(' ');
  });

test.each<readonly [string, Partial<ClaimFacts>, readonly string[]]>([
  ['ready: it leaves, and until when', {}, ['await_batch', 'warn_filing 2027-01-13 90']],
  [
    'sent: each answer in its turn, and until when it could be sent again',
    submitted,
    ['ask_format 2026-10-16', 'ask_receipt 2026-10-18', 'ask_decision 2026-11-15 30', 'warn_filing 2027-01-13 90'],
  ],
  ['accepted: the decision', accepted, ['ask_decision 2026-11-15 30']],
  [
    'rejected: somebody, and until when',
    { ...accepted, state: 'rejected', isTakenIn: false },
    ['await_mend', 'warn_filing 2027-01-13 90'],
  ],
  [
    'denied: somebody, and both deadlines',
    denied,
    ['await_decision', 'warn_correction 2027-01-08 60', 'warn_appeal 2027-05-08 180'],
  ],
  [
    'denied, and the first warning has become work',
    { ...denied, told: { claim_correction_due: at('2026-12-25T00:00') } },
    ['await_decision', 'warn_correction 2027-01-08 60 +', 'warn_appeal 2027-05-08 180'],
  ],
  ['appealed: the answer', { ...denied, appealedAt: at('2026-11-20T10:00') }, ['ask_appeal 2026-12-20 30']],
  [
    'a rest is left: someone looks, and both deadlines',
    { ...denied, state: 'adjudicated' },
    ['look_at_rest 2026-11-11', 'warn_correction 2027-01-08 60', 'warn_appeal 2027-05-08 180'],
  ],
  ['settled to the cent: nothing', { ...denied, state: 'adjudicated', isBalanced: true }, []],
  ['void: nothing', { ...denied, state: 'void' }, []],
])('what lies ahead, %s', (_, more, lines) => {
  expect(ahead(more)).toEqual(lines);
});
