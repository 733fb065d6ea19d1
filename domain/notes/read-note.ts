import type { ChargeState } from '../claims/charge-state';
import type { PracticeTx } from '../database/practice-tx';
import { AppError } from '../problems';
import { type Instant, fromDate } from '../time/instant';
import { type WallTime, wallTimeAt } from '../time/wall-time';
import type { VisitState } from '../visits/visit-state';
import { offeredEnd } from './attested-times';

/** The note of a visit, with what one writes it by. Version 0 and state null: nobody has begun it. */
export interface VisitNote {
  readonly visitId: string;
  readonly version: number;
  readonly noteId: string | null;
  readonly state: 'draft' | 'signed' | null;
  readonly clientId: string;
  readonly clientName: string;
  readonly clinicianId: string;
  readonly clinicianName: string;
  readonly appointmentId: string;
  readonly typeName: string;
  readonly modality: 'office' | 'telehealth';
  readonly startsAt: Instant;
  readonly visitState: VisitState;
  readonly subjective: string;
  readonly objective: string;
  readonly assessment: string;
  readonly plan: string;
  /** As the practice's clock shows it; of a note that nobody has begun: as the visit went, as far as that can be attested. */
  readonly began: WallTime | null;
  readonly ended: WallTime | null;
  readonly savedAt: Instant | null;
  readonly signedAt: Instant | null;
  /** What it was signed with, in its order. */
  readonly diagnoses: readonly { readonly code: string; readonly title: string | null }[];
  readonly amendments: readonly {
    readonly id: string;
    readonly at: Instant;
    readonly authorName: string;
    readonly text: string;
  }[];
  /** What it is billed as. */
  readonly charges: readonly { readonly id: string; readonly code: string; readonly state: ChargeState }[];
}

interface Row {
  readonly visit_id: string;
  readonly visit_state: VisitState;
  readonly appointment_id: string;
  readonly client_id: string;
  readonly client_name: string;
  readonly clinician_id: string;
  readonly clinician_name: string;
  readonly type_name: string;
  readonly modality: 'office' | 'telehealth';
  readonly starts_at: Date;
  readonly zone: string;
  readonly note_id: string | null;
  readonly version: number | null;
  readonly state: 'draft' | 'signed' | null;
  readonly subjective: string | null;
  readonly objective: string | null;
  readonly assessment: string | null;
  readonly plan: string | null;
  readonly began_at: Date | null;
  readonly ended_at: Date | null;
  readonly written_at: Date | null;
  readonly signed_at: Date | null;
}

/** @throws AppError `not_found` */
export async function readNote(tx: PracticeTx, visitId: string): Promise<VisitNote> {
  const row = await tx.one<Row>`
    select v.id as visit_id, v.state as visit_state, v.appointment_id, v.client_id, v.clinician_id, v.modality, a.starts_at,
           coalesce(c.preferred_name, c.first_name) || ' ' || c.last_name as client_name, s.short_name as clinician_name, t.name as type_name, p.zone,
           n.id as note_id, n.version, n.state, n.subjective, n.objective, n.assessment, n.plan, n.written_at, n.signed_at,
           case when n.id is null then v.began_at else n.began_at end as began_at,
           case when n.id is null then v.ended_at else n.ended_at end as ended_at
      from visits v
      join appointments a on a.practice_id = v.practice_id and a.id = v.appointment_id
      join appointment_types t on t.practice_id = a.practice_id and t.id = a.type_id
      join clients c on c.practice_id = v.practice_id and c.id = v.client_id
      join staff s on s.practice_id = v.practice_id and s.id = v.clinician_id
      join practice_profiles p on p.practice_id = v.practice_id
      left join notes n on n.practice_id = v.practice_id and n.visit_id = v.id
     where v.practice_id = ${tx.practiceId} and v.id = ${visitId}`;
  if (!row) throw new AppError('not_found');
  const clock = (at: Instant | null) => (at === null ? null : wallTimeAt(at, row.zone));
  const [beganAt, endedAt] = [maybe(row.began_at), maybe(row.ended_at)];
  return {
    visitId: row.visit_id,
    version: row.version ?? 0,
    noteId: row.note_id,
    state: row.state,
    clientId: row.client_id,
    clientName: row.client_name,
    clinicianId: row.clinician_id,
    clinicianName: row.clinician_name,
    appointmentId: row.appointment_id,
    typeName: row.type_name,
    modality: row.modality,
    startsAt: fromDate(row.starts_at),
    visitState: row.visit_state,
    subjective: row.subjective ?? '',
    objective: row.objective ?? '',
    assessment: row.assessment ?? '',
    plan: row.plan ?? '',
    began: clock(beganAt),
    ended: clock(row.note_id === null ? offeredEnd(beganAt, endedAt) : endedAt),
    savedAt: maybe(row.written_at),
    signedAt: maybe(row.signed_at),
    ...(await signedParts(tx, visitId, row.note_id)),
  };
}

async function signedParts(
  tx: PracticeTx,
  visitId: string,
  noteId: string | null,
): Promise<Pick<VisitNote, 'diagnoses' | 'amendments' | 'charges'>> {
  const charges = await tx.all<VisitNote['charges'][number]>`
    select id, code, state from charges where practice_id = ${tx.practiceId} and visit_id = ${visitId} and state <> 'void' order by minutes desc nulls last, id`;
  const diagnoses = await tx.all<VisitNote['diagnoses'][number]>`
    select d.code, i.title from note_diagnoses d left join lateral kernel.icd10(array[d.code], current_date) i on true
     where d.practice_id = ${tx.practiceId} and d.note_id = ${noteId} order by d.rank`;
  const amendments = await tx.all<{ id: string; at: Date; author_name: string; body: string }>`
    select m.id, m.at, s.short_name as author_name, m.body from note_amendments m
      join staff s on s.practice_id = m.practice_id and s.id = m.author_id
     where m.practice_id = ${tx.practiceId} and m.note_id = ${noteId} order by m.at, m.id`;
  return {
    charges,
    diagnoses,
    amendments: amendments.map(({ author_name: authorName, body: text, at, id }) => ({
      id,
      authorName,
      text,
      at: fromDate(at),
    })),
  };
}

const maybe = (at: Date | null): Instant | null => (at === null ? null : fromDate(at));
