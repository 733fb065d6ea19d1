import { locked } from '../database/locked';
import type { PracticeTx } from '../database/practice-tx';
import { newId } from '../ids';
import { practiceOf } from '../practice/policy';
import { AppError, invalid } from '../problems';
import { addMinutes, toDate } from '../time/instant';
import { type WallTime, instantAt } from '../time/wall-time';
import type { BlockKind } from './block-codes';
import { inTheWay, lockTime, releaseTime, takeTime } from './time-holds';

export interface NewBlock {
  /** A clinician or a room. */
  readonly resourceId: string;
  readonly kind: BlockKind;
  readonly title: string | null;
  readonly start: WallTime;
  readonly minutes: number;
}

/** Keeps time free of bookings. @throws AppError `slot_taken`, `not_found`, `invalid` */
export async function blockTime(tx: PracticeTx, request: NewBlock): Promise<string> {
  const practice = await practiceOf(tx);
  if (request.minutes < 5 || request.minutes > 24 * 60) throw invalid('/minutes', 'out_of_range');
  const known = await tx.one`
    select 1 from staff where practice_id = ${tx.practiceId} and id = ${request.resourceId}
    union all select 1 from rooms where practice_id = ${tx.practiceId} and id = ${request.resourceId}`;
  if (!known) throw new AppError('not_found');
  const from = instantAt(request.start, practice.zone);
  const hold = { resourceId: request.resourceId, from, to: addMinutes(from, request.minutes) };
  const id = newId();
  await tx.rows('blocks').insert({
    practice_id: tx.practiceId,
    id,
    resource_id: request.resourceId,
    kind: request.kind,
    title: request.title,
    starts_at: toDate(from),
    ends_at: toDate(hold.to),
    created_by: tx.actor,
  });
  await lockTime(tx, [hold]);
  const busy = await inTheWay(tx, [hold], null);
  if (busy.length > 0 || !(await takeTime(tx, [hold], { blockId: id })))
    throw new AppError('slot_taken', { taken: ['clinician'], alternatives: [] });
  await tx.announce('block', id);
  return id;
}

/** The time may be booked again. @throws AppError `not_found`, `stale_version`, `wrong_state` */
export async function endBlock(
  tx: PracticeTx,
  request: { readonly id: string; readonly version: number },
): Promise<void> {
  const block = await locked(tx, 'blocks', request.id, request.version);
  if (block.ended_at !== null) throw new AppError('wrong_state', { entity: 'block', state: 'ended' });
  await tx
    .rows('blocks')
    .where({ practice_id: tx.practiceId, id: block.id })
    .update({ ended_at: toDate(tx.now), version: block.version + 1 });
  await releaseTime(tx, { blockId: block.id });
  await tx.announce('block', block.id);
}
