import { type NextStep, nothingMore, stepAt } from '../next-step/next-step';
import type { Instant } from '../time/instant';
import type { WorkCause } from '../work/work-codes';
import { type ClaimClock, type ClaimFacts, deadlinesOf, runningClocks } from './claim-clocks';
import type { ClaimState } from './claim-state';

/** One thing that lies ahead of a claim, as far as its plan knows. */
export interface ClaimAhead {
  readonly step: string;
  /** When it becomes work; null: it waits for somebody. */
  readonly due: Instant | null;
  /** The last minute of what is at stake, where that is a deadline of the payer. */
  readonly deadline: Instant | null;
  /** The days of the payer's terms that it was counted by. */
  readonly days: number | null;
  /** When it became work, if it has. */
  readonly toldAt: Instant | null;
}

export interface ClaimPlan {
  readonly next: NextStep;
  /** What is waited for now, then every clock that runs, by the day that it is about. */
  readonly ahead: readonly ClaimAhead[];
  /** Every clock that runs, also one that has become work: work of any other is done. */
  readonly clocks: readonly ClaimClock[];
  /** The clock whose running out is next. */
  readonly clock: ClaimClock | undefined;
  /** Until when work about the state that the claim is in can be done. */
  readonly stateWork: { readonly cause: WorkCause; readonly due: Instant } | undefined;
}

/** For whom a claim waits when no clock is left to run out. */
const waiting: Readonly<Partial<Record<ClaimState, string>>> = {
  ready: 'await_batch',
  blocked: 'await_mend',
  rejected: 'await_mend',
  submitted: 'await_answer',
  accepted: 'await_answer',
  denied: 'await_decision',
  adjudicated: 'await_decision',
};

/**
 * What happens next with a claim: of the clocks that run and have not become work, the first to run out; else somebody is waited
 * for; nothing more once it is void, closed, or settled to the cent. No clock decides anything. (docs/workflows/claim.md)
 */
export function claimPlan(facts: ClaimFacts): ClaimPlan {
  const clocks = runningClocks(facts);
  const [clock] = clocks.filter((one) => !isTold(facts, one)).toSorted((a, b) => a.due - b.due);
  const next = stepOf(facts, clocks, clock);
  return { next, ahead: aheadOf(facts, clocks, next), clocks, clock, stateWork: stateWork(facts) };
}

/** In these states it is somebody's turn, whichever clock runs. */
const turns: ReadonlySet<ClaimState> = new Set(['ready', 'blocked', 'rejected', 'denied']);

function aheadOf(facts: ClaimFacts, clocks: readonly ClaimClock[], next: NextStep): readonly ClaimAhead[] {
  if (next.kind === 'nothing_more') return [];
  const isTurn = turns.has(facts.state) && facts.appealedAt === null;
  const waits = next.due === null ? next.step : isTurn ? waiting[facts.state] : undefined;
  const told = (clock: ClaimClock) => (isTold(facts, clock) ? (facts.told[clock.cause] ?? null) : null);
  const lines = clocks.map((clock): ClaimAhead => {
    const { step, due, deadline, days } = clock;
    return { step, due, deadline: step.startsWith('warn_') ? deadline : null, days, toldAt: told(clock) };
  });
  return [
    ...(waits === undefined ? [] : [{ step: waits, due: null, deadline: null, days: null, toldAt: null }]),
    ...lines.toSorted((a, b) => dayOf(a) - dayOf(b)),
  ];
}

const dayOf = ({ deadline, due }: ClaimAhead): number => deadline ?? due ?? 0;

const isTold = ({ told }: ClaimFacts, { cause, since }: ClaimClock): boolean => (told[cause] ?? 0) >= since;

function stepOf(facts: ClaimFacts, clocks: readonly ClaimClock[], clock: ClaimClock | undefined): NextStep {
  if (clock) return stepAt(clock.step, facts.versionNo, clock.due);
  if (isSettled(facts)) return nothingMore;
  const waits = clocks.some(({ step }) => step === 'ask_appeal') ? 'await_answer' : waiting[facts.state];
  return waits === undefined ? nothingMore : stepAt(waits, facts.versionNo, null);
}

/** Decided, nothing in dispute and nothing open, and nobody asked for more. */
const isSettled = ({ state, isBalanced, appealedAt }: ClaimFacts): boolean =>
  (state === 'adjudicated' || state === 'denied') && isBalanced && appealedAt === null;

function stateWork(facts: ClaimFacts): ClaimPlan['stateWork'] {
  const { state, isTakenIn, frequency } = facts;
  const { filing, correction, appeal } = deadlinesOf(facts);
  if (state === 'denied') {
    const due = earliestAhead([correction, appeal], facts.now);
    return due === undefined ? undefined : { cause: 'claim_denied', due };
  }
  if (state !== 'blocked' && state !== 'rejected') return undefined;
  const due = isTakenIn ? correction : filing;
  return due === null || frequency === '8' ? undefined : { cause: `claim_${state}`, due };
}

/** The first that can still be kept, else the last that could. */
function earliestAhead(deadlines: readonly (Instant | null)[], now: Instant): Instant | undefined {
  const known = deadlines.filter((one) => one !== null).toSorted((a, b) => a - b);
  return known.find((one) => one >= now) ?? known.at(-1);
}
