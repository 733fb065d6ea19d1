import type { PracticeTx } from '../database/practice-tx';
import { wasInserted } from '../database/was-inserted';
import { type ClientId, type MembershipId, newId } from '../ids';
import type { Params } from '../problems';
import { noteEvent } from '../timeline/note-event';
import { type Instant, toDate } from '../time/instant';
import { type WorkCause, workCauses } from './work-codes';

export interface NewWork {
  readonly cause: WorkCause;
  readonly entity: string;
  readonly refId: string;
  readonly clientId?: ClientId | null;
  /** Whose it is from the beginning. */
  readonly ownerId?: MembershipId;
  readonly dueAt?: Instant;
  readonly params?: Params;
}

/** Opens a work item, once: while one with the same cause for the same record is open, nothing happens. */
export async function openWorkItem(tx: PracticeTx, work: NewWork): Promise<void> {
  const id = newId();
  const isNew = await wasInserted(
    tx
      .rows('work_items')
      .insert({
        practice_id: tx.practiceId,
        id,
        cause: work.cause,
        entity: work.entity,
        ref_id: work.refId,
        client_id: work.clientId ?? null,
        state: 'open',
        queue: workCauses[work.cause].queue,
        owner_id: work.ownerId ?? null,
        due_at: work.dueAt === undefined ? null : toDate(work.dueAt),
        params: JSON.stringify(work.params ?? {}),
        opened_at: toDate(tx.now),
      })
      .onConflict(tx.rows.raw("(practice_id, cause, ref_id) where state = 'open'"))
      .ignore(),
  );
  if (!isNew) return;
  await noteEvent(tx, {
    entity: work.entity,
    refId: work.refId,
    clientId: work.clientId ?? null,
    code: 'work.opened',
    params: { cause: work.cause },
    rule: work.cause,
    evidence: { kind: 'work_item', id },
  });
  await tx.announce('work_item', id);
}

/** What an open item says is brought up to date, so that nobody looks for what is there by now. Nothing changed: nothing happens. */
export async function restateWork(tx: PracticeTx, refId: string, cause: WorkCause, params: Params): Promise<void> {
  const changed = await tx.one<{ id: string }>`
    update work_items set params = ${JSON.stringify(params)}::jsonb, version = version + 1
     where practice_id = ${tx.practiceId} and ref_id = ${refId} and cause = ${cause} and state = 'open'
       and params <> ${JSON.stringify(params)}::jsonb returning id`;
  if (changed) await tx.announce('work_item', changed.id);
}

/** Until when open work about a record can be done is known, or is another day than it was. */
export async function setWorkDue(tx: PracticeTx, refId: string, cause: WorkCause, dueAt: Instant): Promise<void> {
  const items = await tx.all<{ id: string }>`
    update work_items set due_at = ${toDate(dueAt)}, version = version + 1
     where practice_id = ${tx.practiceId} and ref_id = ${refId} and cause = ${cause} and state = 'open'
       and due_at is distinct from ${toDate(dueAt)} returning id`;
  for (const { id } of items) await tx.announce('work_item', id);
}
