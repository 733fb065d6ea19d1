import { type Listing, paged } from '../database/listing';
import type { PracticeTx } from '../database/practice-tx';
import { type Instant, fromDate } from '../time/instant';
import type { TimelineCode } from './timeline-codes';

export interface ListedEvent {
  readonly id: string;
  readonly at: Instant;
  readonly entity: string;
  readonly refId: string;
  readonly clientId: string | null;
  readonly code: TimelineCode;
  readonly params: Readonly<Record<string, unknown>>;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly rule: string | null;
  readonly evidenceKind: string | null;
  readonly evidenceId: string | null;
}

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly entity: string;
  readonly ref_id: string;
  readonly client_id: string | null;
  readonly code: TimelineCode;
  readonly params: Record<string, unknown>;
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly rule: string | null;
  readonly evidence_kind: string | null;
  readonly evidence_id: string | null;
  readonly total: number;
}

/** What happened to a record, or to everything of a client, by when it happened. */
export async function listTimeline(
  tx: PracticeTx,
  of: { readonly entity: string; readonly refId: string } | { readonly clientId: string },
  listing: Listing,
): Promise<{ readonly rows: readonly ListedEvent[]; readonly total: number }> {
  const [entity, refId, clientId] = 'clientId' in of ? [null, null, of.clientId] : [of.entity, of.refId, null];
  const ascending = listing.order === 'ASC';
  const { rows, total } = await paged(
    listing,
    (limit, offset) => tx.all<Row>`
    select e.*, s.short_name as actor_name, count(*) over () as total
      from timeline e left join staff s on s.practice_id = e.practice_id and s.id = e.actor_id
     where e.practice_id = ${tx.practiceId}
       and (${clientId}::uuid is null or e.client_id = ${clientId})
       and (${refId}::uuid is null or e.entity = ${entity} and e.ref_id = ${refId})
     order by case when ${ascending} then e.at end, case when ${ascending} then e.id end, e.at desc, e.id desc limit ${limit} offset ${offset}`,
  );
  return {
    total,
    rows: rows.map((row) => ({
      id: row.id,
      at: fromDate(row.at),
      entity: row.entity,
      refId: row.ref_id,
      clientId: row.client_id,
      code: row.code,
      params: row.params,
      actorId: row.actor_id,
      actorName: row.actor_name,
      rule: row.rule,
      evidenceKind: row.evidence_kind,
      evidenceId: row.evidence_id,
    })),
  };
}
