import { condition, setHandler, workflowInfo } from '@temporalio/workflow';
import type { EntityRef, EpochMs, NextStep, StepRef } from './contracts/entity';
import { lookAgain } from './contracts/messages';

/** What one kind of entity gives the loop: how it plans, how it acts, how it begins anew. */
export interface Keeping {
  nextStep(self: EntityRef): Promise<NextStep>;
  carryOut(step: StepRef): Promise<NextStep>;
  continueAsNew(): Promise<never>;
}

/**
 * The life of every thing that Kept keeps: read what is next, wait until it is due or something changed, act, again. It holds no
 * state worth losing: killed anywhere, it reads the row and goes on. Why each line stands where it stands:
 * docs/workflows/appointment.md.
 */
export async function keep(self: EntityRef, keeping: Keeping): Promise<void> {
  let changed = false;
  let next: NextStep | undefined;
  setHandler(lookAgain, () => {
    changed = true; // carries nothing: the row says what is true
  });

  for (;;) {
    if (workflowInfo().continueAsNewSuggested) await keeping.continueAsNew();
    if (changed || !next) {
      changed = false; // before the read, never after it
      next = await keeping.nextStep(self);
    }
    if (next.kind === 'nothing_more') {
      if (changed) continue; // a signal that came meanwhile must not be lost with us
      return;
    }
    if (await changedBefore(next.due)) continue; // moved, cancelled, confirmed: plan again
    changed = false; // carryOut reads the row after this line
    next = await keeping.carryOut({ ...self, step: next.step, occurrence: next.occurrence });
  }

  /** True when the row changed first, false when `due` came. A null due waits for a change only. */
  async function changedBefore(due: EpochMs | null): Promise<boolean> {
    if (due === null) {
      await condition(() => changed);
      return true;
    }
    const wait = due - Date.now();
    return wait > shortestWaitMs ? condition(() => changed, wait) : changed;
  }
}

/**
 * What is due at once is due a few milliseconds after the beginning of the task that planned it: not worth a timer and a task,
 * carrying out waits that long itself. Never a wait of 0: it would write a version marker and a search attribute.
 */
const shortestWaitMs = 100;
