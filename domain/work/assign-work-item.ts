import { locked } from '../database/locked';
import type { PracticeTx } from '../database/practice-tx';
import type { MembershipId, WorkItemId } from '../ids';
import { AppError } from '../problems';

/** Gives a work item an owner, or nobody. @throws AppError `not_found`, `stale_version`, `wrong_state` when it is closed */
export async function assignWorkItem(
  tx: PracticeTx,
  request: { readonly id: WorkItemId; readonly version: number; readonly ownerId: MembershipId | null },
): Promise<void> {
  const item = await locked(tx, 'work_items', request.id, request.version);
  if (item.state !== 'open') throw new AppError('wrong_state', { entity: 'work_item', state: item.state });
  if (request.ownerId !== null) {
    const staff =
      await tx.one`select 1 from staff where practice_id = ${tx.practiceId} and id = ${request.ownerId} and ended_at is null`;
    if (!staff) throw new AppError('not_found');
  }
  await tx
    .rows('work_items')
    .where({ practice_id: tx.practiceId, id: item.id })
    .update({ owner_id: request.ownerId, version: item.version + 1 });
  await tx.announce('work_item', item.id);
}
