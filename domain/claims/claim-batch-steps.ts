import { type NextStep, nothingMore, stepAt } from '../next-step/next-step';
import { type Instant, later } from '../time/instant';
import type { ClaimBatchState } from './claim-batch-state';

/** What decides what happens next with a batch. */
export interface ClaimBatchFacts {
  readonly state: ClaimBatchState;
  /** Until when somebody hands it over or asks for it. */
  readonly leaseUntil: Instant | null;
  /** Not before. */
  readonly nextAt: Instant | null;
  /** Nobody ordered it, or who did may still send claims. */
  readonly mayLeave: boolean;
  readonly now: Instant;
}

const occurrence = 1;

/** What happens next. After a try that ended without an answer it is asked for: the same file never goes twice. */
export function claimBatchStep({ state, leaseUntil, nextAt, mayLeave, now }: ClaimBatchFacts): NextStep {
  const due = nextAt ?? now;
  switch (state) {
    case 'open':
      return mayLeave ? stepAt('write', occurrence, due) : stepAt('await_order', occurrence, null);
    case 'written':
      return mayLeave ? stepAt('hand_over', occurrence, due) : stepAt('await_order', occurrence, null);
    case 'sending':
      return stepAt('settle', occurrence, leaseUntil === null ? due : later(due, leaseUntil));
    case 'unknown':
      return stepAt('settle', occurrence, due);
    case 'sent':
      return stepAt('await_acknowledgement', occurrence, null);
    case 'accepted':
    case 'refused':
    case 'returned':
    case 'void':
      return nothingMore;
  }
}
