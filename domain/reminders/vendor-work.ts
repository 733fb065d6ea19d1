import type { PracticeTx } from '../database/practice-tx';
import { healWork } from '../work/close-work-item';
import { openWorkItem } from '../work/open-work-item';
import type { Message } from './facts';

/** A vendor does not know us: nobody's message is lost, and one item for the whole practice asks to mend the settings. */
export const vendorRefusesUs = (tx: PracticeTx, { channel, row }: Message): Promise<void> =>
  openWorkItem(tx, {
    cause: 'vendor_refuses_us',
    entity: 'practice',
    refId: tx.practiceId,
    params: { vendor: row.vendor, channel },
  });

/** It has taken a message: whoever was asked to mend the settings for it need not any more. */
export async function vendorKnowsUs(tx: PracticeTx, { row }: Message): Promise<void> {
  const open = await tx.one`
    select 1 from work_items where practice_id = ${tx.practiceId} and cause = 'vendor_refuses_us' and ref_id = ${tx.practiceId}
       and state = 'open' and params->>'vendor' = ${row.vendor}`;
  if (open) await healWork(tx, tx.practiceId, ['vendor_refuses_us']);
}
