import type { PracticeTx } from '../database/practice-tx';
import { type Instant, fromDate } from '../time/instant';
import { controlText } from './batch-header';

/** What happened to a claim, or before it came to be: its visit, its note. */
export interface ClaimHappening {
  readonly id: string;
  readonly at: Instant;
  /** Of `claim_events`, or `made`, `note_signed`, `visit_ended`. */
  readonly kind: string;
  /** Codes, numbers and instants; never names. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly versionNo: number | null;
  /** A person; null where Kept did it. */
  readonly actorName: string | null;
  readonly batch: { readonly id: string; readonly controlNumber: string; readonly claims: number } | null;
  readonly remittance: { readonly id: string; readonly traceNumber: string; readonly method: string } | null;
}

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly kind: string;
  readonly params: Record<string, unknown>;
  readonly version_no: number | null;
  readonly actor_name: string | null;
  readonly batch_id: string | null;
  readonly interchange: number | null;
  readonly claims: number | null;
  readonly remittance_id: string | null;
  readonly trace_number: string | null;
  readonly method: string | null;
}

/** Everything that happened to a claim, newest first. */
export async function claimHistory(tx: PracticeTx, claimId: string): Promise<readonly ClaimHappening[]> {
  const rows = await tx.all<Row>`
    with visit as (
      select v.id, v.ended_at, s.short_name, max(h.minutes) as minutes, max(h.note_id::text)::uuid as note_id from claim_lines l
        join charges h on h.practice_id = l.practice_id and h.id = l.charge_id
        join visits v on v.practice_id = h.practice_id and v.id = h.visit_id
        left join staff s on s.practice_id = v.practice_id and s.id = v.clinician_id
       where l.practice_id = ${tx.practiceId} and l.claim_id = ${claimId} group by v.id, v.ended_at, s.short_name)
    select e.id::text, e.at, e.kind, e.params, e.version_no, s.short_name as actor_name, b.id as batch_id, b.interchange_control as interchange,
           (select count(*)::int from claim_sendings g where g.practice_id = b.practice_id and g.batch_id = b.id) as claims,
           r.id as remittance_id, r.trace_number, r.method
      from claim_events e
      left join staff s on s.practice_id = e.practice_id and s.id = e.actor_id
      left join claim_batches b on e.kind = 'submitted' and b.practice_id = e.practice_id and b.id::text = e.evidence_key
      left join remittance_claims c on e.kind in ('adjudicated', 'denied', 'reversed') and c.practice_id = e.practice_id and c.id::text = e.evidence_key
      left join remittances r on r.practice_id = c.practice_id and r.id = c.remittance_id
     where e.practice_id = ${tx.practiceId} and e.claim_id = ${claimId}
    union all
    select 'made', created_at, 'made', '{}', 1, null, null, null, null, null, null, null
      from claims where practice_id = ${tx.practiceId} and id = ${claimId}
    union all
    select 'visit', ended_at, 'visit_ended', jsonb_build_object('minutes', minutes), null, short_name, null, null, null, null, null, null
      from visit where ended_at is not null
    union all
    select 'note', t.at, 'note_signed', '{}', null, s.short_name, null, null, null, null, null, null
      from visit v join timeline t on t.practice_id = ${tx.practiceId} and t.entity = 'note' and t.ref_id = v.note_id and t.code = 'note.signed'
      left join staff s on s.practice_id = t.practice_id and s.id = t.actor_id
    order by 2 desc, 1 desc`;
  return rows.map((row) => ({
    id: row.id,
    at: fromDate(row.at),
    kind: row.kind,
    params: row.params,
    versionNo: row.version_no,
    actorName: row.actor_name,
    batch:
      row.batch_id === null || row.interchange === null
        ? null
        : { id: row.batch_id, controlNumber: controlText(row.interchange), claims: row.claims ?? 0 },
    remittance:
      row.remittance_id === null
        ? null
        : { id: row.remittance_id, traceNumber: row.trace_number ?? '', method: row.method ?? '' },
  }));
}
