import { type Listing, paged } from '../database/listing';
import type { PracticeTx } from '../database/practice-tx';
import { AppError } from '../problems';
import { type Instant, fromDate } from '../time/instant';
import type { WorkItemState } from './work-item-state';
import { type WorkCause, type WorkQueue, workCauses } from './work-codes';

export interface ListedWork {
  readonly id: string;
  readonly version: number;
  readonly cause: WorkCause;
  readonly action: string;
  readonly entity: string;
  readonly refId: string;
  readonly clientId: string | null;
  readonly clientName: string | null;
  readonly state: WorkItemState;
  readonly queue: WorkQueue;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly dueAt: Instant | null;
  readonly params: Readonly<Record<string, unknown>>;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  readonly resolution: string | null;
}

export interface WorkFilter {
  readonly ids?: readonly string[] | undefined;
  readonly queue?: WorkQueue | undefined;
  readonly cause?: WorkCause | undefined;
  readonly state?: WorkItemState | undefined;
  readonly refId?: string | undefined;
  readonly clientId?: string | undefined;
  readonly mine?: boolean | undefined;
}

interface Row {
  readonly id: string;
  readonly version: number;
  readonly cause: WorkCause;
  readonly entity: string;
  readonly ref_id: string;
  readonly client_id: string | null;
  readonly client_name: string | null;
  readonly state: WorkItemState;
  readonly queue: WorkQueue;
  readonly owner_id: string | null;
  readonly owner_name: string | null;
  readonly due_at: Date | null;
  readonly params: Record<string, unknown>;
  readonly opened_at: Date;
  readonly closed_at: Date | null;
  readonly resolution: string | null;
  readonly total: number;
}

/** Work, open things first, by when they are due. */
export async function listWork(
  tx: PracticeTx,
  filter: WorkFilter,
  listing: Listing,
): Promise<{ readonly rows: readonly ListedWork[]; readonly total: number }> {
  const latestFirst = listing.order === 'DESC';
  const { rows, total } = await paged(
    listing,
    (limit, offset) => tx.all<Row>`
    select w.*, coalesce(c.preferred_name, c.first_name) || ' ' || c.last_name as client_name, s.short_name as owner_name, count(*) over () as total
      from work_items w
      left join clients c on c.practice_id = w.practice_id and c.id = w.client_id
      left join staff s on s.practice_id = w.practice_id and s.id = w.owner_id
     where w.practice_id = ${tx.practiceId}
       and (${filter.ids ?? null}::uuid[] is null or w.id = any (${filter.ids ?? null}::uuid[]))
       and (${filter.state ?? null}::text is null or w.state = ${filter.state ?? null})
       and (${filter.queue ?? null}::text is null or w.queue = ${filter.queue ?? null})
       and (${filter.cause ?? null}::text is null or w.cause = ${filter.cause ?? null})
       and (${filter.refId ?? null}::uuid is null or w.ref_id = ${filter.refId ?? null})
       and (${filter.clientId ?? null}::uuid is null or w.client_id = ${filter.clientId ?? null})
       and (not ${filter.mine ?? false} or w.owner_id = ${tx.actor})
     order by w.state = 'open' desc, case when ${latestFirst} then w.due_at end desc nulls last, w.due_at nulls last, w.opened_at, w.id
     limit ${limit} offset ${offset}`,
  );
  return { rows: rows.map(listed), total };
}

/** @throws AppError `not_found` */
export async function readWork(tx: PracticeTx, id: string): Promise<ListedWork> {
  const { rows } = await listWork(tx, { ids: [id] }, { order: 'ASC', offset: 0, limit: 1 });
  const [item] = rows;
  if (!item) throw new AppError('not_found');
  return item;
}

const listed = (row: Row): ListedWork => ({
  id: row.id,
  version: row.version,
  cause: row.cause,
  action: workCauses[row.cause].action,
  entity: row.entity,
  refId: row.ref_id,
  clientId: row.client_id,
  clientName: row.client_name,
  state: row.state,
  queue: row.queue,
  ownerId: row.owner_id,
  ownerName: row.owner_name,
  dueAt: row.due_at === null ? null : fromDate(row.due_at),
  params: row.params,
  openedAt: fromDate(row.opened_at),
  closedAt: row.closed_at === null ? null : fromDate(row.closed_at),
  resolution: row.resolution,
});

export interface WorkGroup {
  readonly cause: WorkCause;
  readonly queue: WorkQueue;
  readonly count: number;
  readonly oldestAt: Instant;
  readonly dueAt: Instant | null;
}

/** Open work by cause: the same cause is one group. */
export async function workGroups(tx: PracticeTx): Promise<readonly WorkGroup[]> {
  const rows = await tx.all<{ cause: WorkCause; queue: WorkQueue; n: number; oldest: Date; due: Date | null }>`
    select cause, queue, count(*)::int as n, min(opened_at) as oldest, min(due_at) as due from work_items
     where practice_id = ${tx.practiceId} and state = 'open' group by cause, queue order by min(due_at) nulls last, min(opened_at)`;
  return rows.map((row) => ({
    cause: row.cause,
    queue: row.queue,
    count: row.n,
    oldestAt: fromDate(row.oldest),
    dueAt: row.due === null ? null : fromDate(row.due),
  }));
}
