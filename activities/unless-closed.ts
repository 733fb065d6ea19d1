import { isOfClosedPractice } from '../domain/database/sql-errors';
import type { NextStep } from '../workflows/contracts/entity';

/** The workflow of a thing whose practice is closed ends. Should the practice open again, the sweep tells what is due by then. */
export async function unlessClosed(work: () => Promise<NextStep>): Promise<NextStep> {
  try {
    return await work();
  } catch (error) {
    if (isOfClosedPractice(error)) return { kind: 'nothing_more' };
    throw error;
  }
}
