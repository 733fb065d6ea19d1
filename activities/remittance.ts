import type { Database } from '../domain/database/database';
import type { PracticeTx } from '../domain/database/practice-tx';
import type { StoragePort } from '../domain/files/storage-port';
import { carryOutRemittance } from '../domain/remittances/carry-out-remittance';
import { planRemittance, takeRemittanceStep } from '../domain/remittances/plan-remittance';
import type { EntityRef, NextStep, StepRef } from '../workflows/contracts/entity';
import { onTime } from './on-time';
import { unlessClosed } from './unless-closed';

export interface RemittanceDeps {
  readonly database: Database;
  readonly storage: StoragePort;
  /** Claims that one activity posts or undoes; the standard unless given. */
  readonly claimsAtOnce?: number;
  /** Tells whoever asked for an activity that it is still at work. */
  readonly alive?: () => void;
  /** Told of what failed and is ours to mend. */
  readonly failed?: (id: string, error: unknown) => void;
}

export interface RemittanceActivities {
  remittanceNextStep(self: EntityRef): Promise<NextStep>;
  remittanceCarryOut(step: StepRef): Promise<NextStep>;
}

/** A portion ends by its number of claims, and on a slow machine by its time. */
const claimsAtOnce = 500;
const longestMs = 60_000;

/** What the workflow of a file that came in asks for: plan, and carry a portion of one step out. */
export function createRemittanceActivities(deps: RemittanceDeps): RemittanceActivities {
  const as = <T>({ practiceId }: EntityRef, act: string, work: (tx: PracticeTx) => Promise<T>): Promise<T> =>
    deps.database.inPractice({ practiceId, service: 'edi' }, { act, purpose: 'billing' }, work);
  return {
    remittanceNextStep: (self) => unlessClosed(() => as(self, 'remittance.plan', (tx) => planRemittance(tx, self.id))),
    remittanceCarryOut: (step) =>
      unlessClosed(async () => {
        const { taken, began } = await onTime(step, () =>
          as(step, 'remittance.take', (tx) => takeRemittanceStep(tx, step)),
        );
        if (taken.kind === 'planned') return taken.next;
        return carryOutRemittance(deps, step, {
          claims: deps.claimsAtOnce ?? claimsAtOnce,
          isOver: () => performance.now() - began > longestMs,
          ...(deps.alive && { alive: deps.alive }),
          ...(deps.failed && { failed: deps.failed }),
        });
      }),
  };
}
