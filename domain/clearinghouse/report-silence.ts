import type { PracticeTx } from '../database/practice-tx';
import { healWork } from '../work/close-work-item';
import { openWorkItem } from '../work/open-work-item';

/** The clearinghouse has not let us look for a while: answers about claims may be waiting there, and money. */
export function reportSilence(tx: PracticeTx, code: string): Promise<void> {
  return openWorkItem(tx, {
    cause: 'clearinghouse_silent',
    entity: 'practice',
    refId: tx.practiceId,
    params: { code },
  });
}

/** It lets us look again. */
export function endSilence(tx: PracticeTx): Promise<void> {
  return healWork(tx, tx.practiceId, ['clearinghouse_silent']);
}
