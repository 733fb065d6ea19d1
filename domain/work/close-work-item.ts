import { locked } from '../database/locked';
import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import type { WorkItemId } from '../ids';
import { noteEvent } from '../timeline/note-event';
import { toDate } from '../time/instant';
import { workItemLife } from './work-item-state';
import type { WorkCause } from './work-codes';

/** A person says that the work is done, or that it will not be. @throws AppError `not_found`, `stale_version`, `wrong_state` */
export async function closeWorkItem(
  tx: PracticeTx,
  request: {
    readonly id: WorkItemId;
    readonly version: number;
    readonly how: 'finish' | 'dismiss';
    readonly note: string | null;
  },
): Promise<void> {
  const item = await locked(tx, 'work_items', request.id, request.version);
  await move(tx, 'work_items', workItemLife, item, request.how, {
    closed_at: toDate(tx.now),
    closed_by: tx.actor,
    resolution: request.note,
  });
  await noteEvent(tx, {
    entity: item.entity,
    refId: item.ref_id,
    clientId: item.client_id,
    code: request.how === 'finish' ? 'work.done' : 'work.dismissed',
    params: { cause: item.cause },
    evidence: { kind: 'work_item', id: item.id },
  });
  await tx.announce('work_item', item.id);
}

/** The cause is gone: whatever of it is open for this record is done, without anyone having to say so. */
export async function healWork(tx: PracticeTx, refId: string, causes: readonly WorkCause[]): Promise<void> {
  const items = await tx
    .rows('work_items')
    .where({ practice_id: tx.practiceId, ref_id: refId, state: 'open' })
    .whereIn('cause', causes)
    .forUpdate();
  for (const item of items) {
    await move(tx, 'work_items', workItemLife, item, 'finish', { closed_at: toDate(tx.now), resolution: 'healed' });
    await noteEvent(tx, {
      entity: item.entity,
      refId: item.ref_id,
      clientId: item.client_id,
      code: 'work.done',
      params: { cause: item.cause },
      rule: 'healed',
      evidence: { kind: 'work_item', id: item.id },
    });
    await tx.announce('work_item', item.id);
  }
}
