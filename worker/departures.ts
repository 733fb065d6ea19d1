import { leaveByRule, mayLeaveNow } from '../domain/claims/leave-by-rule';
import type { Database } from '../domain/database/database';
import { type Log, errorFields } from '../integrations/log/logger';

export interface DeparturesOptions {
  readonly database: Database;
  /** Who runs the clearinghouse, as the register of agreements names it. */
  readonly vendor: string;
  readonly log: Log;
}

/**
 * Lets the claims of every practice leave whose time of the day it is. What is due is read from Postgres alone: a worker that was
 * away at that time does it when it is back, and of several one. Answers how many batches it opened.
 */
export async function letClaimsLeave({ database, vendor, log }: DeparturesOptions): Promise<number> {
  const { rows } = await database.kernel.raw<{ rows: { id: string }[] }>(
    'select id from kernel.practices_open() as id',
  );
  let opened = 0;
  for (const { id: practiceId } of rows) {
    const entering = { practiceId, service: 'edi' } as const;
    try {
      if (!(await database.inPractice(entering, undefined, (tx) => mayLeaveNow(tx, vendor)))) continue;
      const act = { act: 'claims.leave', purpose: 'billing' } as const;
      opened += await database.inPractice(entering, act, (tx) => leaveByRule(tx, vendor));
    } catch (error) {
      log.warn('claims.not_left', errorFields(error)); // the others leave, and this one is tried again
    }
  }
  return opened;
}
