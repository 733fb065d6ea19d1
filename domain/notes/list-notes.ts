import { type Listing, orderSql, paged } from '../database/listing';
import type { PracticeTx } from '../database/practice-tx';
import { type Instant, fromDate } from '../time/instant';
import type { VisitNote } from './read-note';

/** The note of a visit in a list, begun or not. Its id is the visit's. */
export interface ListedNote extends Pick<
  VisitNote,
  'clientId' | 'clinicianName' | 'typeName' | 'modality' | 'startsAt' | 'state' | 'signedAt'
> {
  readonly id: string;
  /** Whole minutes that were attested; null before. */
  readonly minutes: number | null;
  /** What it was signed with, in its order. */
  readonly diagnoses: readonly string[];
  readonly amendments: number;
}

export interface NoteFilter {
  readonly clientId?: string | undefined;
}

interface Row {
  readonly id: string;
  readonly client_id: string;
  readonly clinician_name: string;
  readonly type_name: string;
  readonly modality: 'office' | 'telehealth';
  readonly starts_at: Date;
  readonly state: 'draft' | 'signed' | null;
  readonly signed_at: Date | null;
  readonly minutes: number | null;
  readonly diagnoses: readonly string[] | null;
  readonly amendments: number;
  readonly total: number;
}

/** The notes of visits that took place, by when they began. */
export async function listNotes(
  tx: PracticeTx,
  filter: NoteFilter,
  listing: Listing,
): Promise<{ readonly rows: readonly ListedNote[]; readonly total: number }> {
  const { clientId = null } = filter;
  const sql = `
    with page as (
      select v.id, v.practice_id, v.client_id, v.clinician_id, v.modality, a.starts_at, a.type_id, n.id as note_id, n.state, n.signed_at,
             case when n.state = 'signed' then extract(epoch from n.ended_at - n.began_at)::int / 60 end as minutes, count(*) over () as total
        from visits v
        join appointments a on a.practice_id = v.practice_id and a.id = v.appointment_id
        left join notes n on n.practice_id = v.practice_id and n.visit_id = v.id
       where v.practice_id = ? and v.began_at is not null and (?::uuid is null or v.client_id = ?)
       order by a.starts_at ${orderSql(listing)}, v.id limit ? offset ?)
    select p.*, s.short_name as clinician_name, t.name as type_name, d.codes as diagnoses,
           (select count(*)::int from note_amendments m where m.practice_id = p.practice_id and m.note_id = p.note_id) as amendments
      from page p
      join staff s on s.practice_id = p.practice_id and s.id = p.clinician_id
      join appointment_types t on t.practice_id = p.practice_id and t.id = p.type_id
      left join lateral (select array_agg(d.code order by d.rank) as codes from note_diagnoses d
                          where d.practice_id = p.practice_id and d.note_id = p.note_id) d on true
     order by p.starts_at ${orderSql(listing)}, p.id`;
  const { rows, total } = await paged(listing, async (limit, offset) => {
    const bound = [tx.practiceId, clientId, clientId, limit, offset];
    return (await tx.rows.raw<{ rows: Row[] }>(sql, bound as never)).rows;
  });
  return { rows: rows.map(listed), total };
}

const listed = (row: Row): ListedNote => ({
  id: row.id,
  clientId: row.client_id,
  clinicianName: row.clinician_name,
  typeName: row.type_name,
  modality: row.modality,
  startsAt: fromDate(row.starts_at),
  state: row.state,
  signedAt: maybe(row.signed_at),
  minutes: row.minutes,
  diagnoses: row.diagnoses ?? [],
  amendments: row.amendments,
});

const maybe = (at: Date | null): Instant | null => (at === null ? null : fromDate(at));
