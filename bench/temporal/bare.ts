import { proxyActivities, sleep } from '@temporalio/workflow';
import type { BareActivities } from './bare-activities';

const { bareInsert } = proxyActivities<BareActivities>({ startToCloseTimeout: '60s' });

/** What a reminder costs at least: one timer, one activity that writes one row. */
export async function bare(id: string, due: number): Promise<void> {
  await sleep(Math.max(due - Date.now(), 1));
  await bareInsert(id);
}
