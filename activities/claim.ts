import { planClaim, tellClock } from '../domain/claims/plan-claim';
import type { Database } from '../domain/database/database';
import type { PracticeTx } from '../domain/database/practice-tx';
import type { EntityRef, NextStep, StepRef } from '../workflows/contracts/entity';
import { onTime } from './on-time';
import { unlessClosed } from './unless-closed';

export interface ClaimDeps {
  readonly database: Database;
}

export interface ClaimActivities {
  claimNextStep(self: EntityRef): Promise<NextStep>;
  claimCarryOut(step: StepRef): Promise<NextStep>;
}

/** What a claim's workflow asks for: plan, and make work of a clock that has run out. */
export function createClaimActivities({ database }: ClaimDeps): ClaimActivities {
  const as = <T>({ practiceId }: EntityRef, act: string, work: (tx: PracticeTx) => Promise<T>): Promise<T> =>
    database.inPractice({ practiceId, service: 'edi' }, { act, purpose: 'billing' }, work);
  return {
    claimNextStep: (self) => unlessClosed(() => as(self, 'claim.plan', (tx) => planClaim(tx, self.id))),
    claimCarryOut: (step) =>
      unlessClosed(async () => {
        const { taken } = await onTime(step, () => as(step, 'claim.tell', (tx) => tellClock(tx, step)));
        return taken.next;
      }),
  };
}
