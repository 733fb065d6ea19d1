import type { PracticeTx } from '../database/practice-tx';
import { type Instant, fromDate, toDate } from '../time/instant';
import type { BlocksRow } from '../database/tables.generated';
import { AppError } from '../problems';
import type { BlockKind } from './block-codes';

export interface ListedBlock {
  readonly id: string;
  readonly version: number;
  readonly resourceId: string;
  readonly kind: BlockKind;
  readonly title: string | null;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** Blocks that touch a window of time. */
export async function listBlocks(tx: PracticeTx, from: Instant, to: Instant): Promise<readonly ListedBlock[]> {
  const rows = await tx
    .rows('blocks')
    .where({ practice_id: tx.practiceId })
    .whereNull('ended_at')
    .where('starts_at', '<', toDate(to))
    .where('ends_at', '>', toDate(from))
    .orderBy(['starts_at', 'id']);
  return rows.map(listed);
}

/** @throws AppError `not_found` */
export async function readBlock(tx: PracticeTx, id: string): Promise<ListedBlock> {
  const row = await tx.rows('blocks').where({ practice_id: tx.practiceId, id }).first();
  if (!row) throw new AppError('not_found');
  return listed(row);
}

const listed = (row: BlocksRow): ListedBlock => ({
  id: row.id,
  version: row.version,
  resourceId: row.resource_id,
  kind: row.kind,
  title: row.title,
  startsAt: fromDate(row.starts_at),
  endsAt: fromDate(row.ends_at),
});
