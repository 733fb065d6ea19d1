import { mendCharges } from '../claims/mend-charges';
import type { PracticeTx } from '../database/practice-tx';
import { type ClientId, newId } from '../ids';
import { practiceToday } from '../practice/today';
import { AppError, invalid } from '../problems';
import { noteEvent } from '../timeline/note-event';
import { toDate } from '../time/instant';

/** A claim carries no more. */
export const mostDiagnoses = 12;

/**
 * Notes what a clinician found, with its rank among the client's diagnoses (after all others unless given). Sessions that were
 * signed without a diagnosis and that it holds for are billed by it. Answers its id.
 * @throws AppError `invalid` for a code that no claim may carry on that day or a day to come, `duplicate` where it stands already
 */
export async function noteDiagnosis(
  tx: PracticeTx,
  request: { readonly clientId: ClientId; readonly code: string; readonly rank?: number; readonly fromDay: string },
): Promise<string> {
  if (request.fromDay > (await practiceToday(tx))) throw invalid('/fromDay', 'day_in_future');
  const known = await tx.one<{ billable: boolean }>`
    select billable from kernel.icd10(${[request.code]}, ${request.fromDay}::date)`;
  if (!known?.billable) throw invalid('/code', 'diagnosis_unknown');
  const last = (await ranked(tx, request.clientId)).at(-1)?.rank ?? 0;
  const id = newId();
  await tx.rows('diagnoses').insert({
    practice_id: tx.practiceId,
    id,
    client_id: request.clientId,
    code: request.code,
    rank: request.rank ?? Math.min(last + 1, mostDiagnoses),
    from_day: request.fromDay,
    noted_by: tx.actor,
    noted_at: toDate(tx.now),
  });
  await told(tx, { id, client_id: request.clientId }, 'diagnosis.noted');
  const waiting = await tx.all<{ id: string; day: string }>`
    select w.ref_id as id, w.params->>'day' as day from work_items w
     where w.practice_id = ${tx.practiceId} and w.client_id = ${request.clientId} and w.cause = 'charge_incomplete' and w.state = 'open'
       and w.entity = 'note' and w.params->'missing' ? 'diagnosis'`;
  for (const note of waiting) await attachDiagnoses(tx, { noteId: note.id, clientId: request.clientId, day: note.day });
  await mendCharges(tx, { clientId: request.clientId });
  return id;
}

/** A diagnosis holds no longer. It stays on what was signed with it. @throws AppError `not_found`, `stale_version` */
export async function endDiagnosis(
  tx: PracticeTx,
  request: { readonly id: string; readonly version: number },
): Promise<void> {
  const row = await lockDiagnosis(tx, request);
  const day = await practiceToday(tx);
  await tx
    .rows('diagnoses')
    .where({ practice_id: tx.practiceId, id: request.id })
    .update({ until_day: day < row.from_day ? row.from_day : day, ended_by: tx.actor, version: row.version + 1 });
  await told(tx, row, 'diagnosis.ended');
}

/** Puts a diagnosis at another rank; the others move up or down. 1 is why the client is seen. @throws AppError `not_found`, `stale_version` */
export async function rankDiagnosis(
  tx: PracticeTx,
  request: { readonly id: string; readonly version: number; readonly rank: number },
): Promise<void> {
  const row = await lockDiagnosis(tx, request);
  const others = (await ranked(tx, row.client_id)).filter(({ id }) => id !== row.id);
  const order = others.toSpliced(request.rank - 1, 0, row);
  for (const [index, one] of order.entries())
    if (one.rank !== index + 1)
      await tx
        .rows('diagnoses')
        .where({ practice_id: tx.practiceId, id: one.id })
        .update({ rank: index + 1, version: one.version + 1 });
  tx.touch({ record: row.id, client: row.client_id, fields: ['diagnosis'] });
  await tx.announce('client', row.client_id);
}

/** A client's diagnoses on a day, in their order; the day on which one ended is not its own. */
export async function diagnosesOn(tx: PracticeTx, clientId: ClientId, day: string): Promise<readonly string[]> {
  const rows = await tx.all<{ code: string }>`
    select code from diagnoses where practice_id = ${tx.practiceId} and client_id = ${clientId}
       and from_day <= ${day}::date and (until_day is null or until_day > ${day}::date)
     order by rank, noted_at, id limit ${mostDiagnoses}`;
  return rows.map(({ code }) => code);
}

/** Writes to a note the diagnoses that hold on its day. Where it has some already, they stay as they are. */
export async function attachDiagnoses(
  tx: PracticeTx,
  note: { readonly noteId: string; readonly clientId: ClientId; readonly day: string },
): Promise<void> {
  const codes = await diagnosesOn(tx, note.clientId, note.day);
  const has =
    await tx.one`select 1 from note_diagnoses where practice_id = ${tx.practiceId} and note_id = ${note.noteId} limit 1`;
  if (has || codes.length === 0) return;
  await tx.rows('note_diagnoses').insert(
    codes.map((code, index) => ({
      practice_id: tx.practiceId,
      note_id: note.noteId,
      rank: index + 1,
      client_id: note.clientId,
      code,
    })),
  );
}

interface Diagnosis {
  readonly id: string;
  readonly client_id: string;
  readonly rank: number;
  readonly version: number;
  readonly from_day: string;
}

const ranked = (tx: PracticeTx, clientId: ClientId): Promise<readonly Diagnosis[]> => tx.all<Diagnosis>`
  select id, client_id, rank, version, from_day::text from diagnoses
   where practice_id = ${tx.practiceId} and client_id = ${clientId} and until_day is null order by rank, noted_at, id for update`;

async function lockDiagnosis(
  tx: PracticeTx,
  request: { readonly id: string; readonly version: number },
): Promise<Diagnosis> {
  const row = await tx.one<Diagnosis>`
    select id, client_id, rank, version, from_day::text from diagnoses
     where practice_id = ${tx.practiceId} and id = ${request.id} and until_day is null for update`;
  if (!row) throw new AppError('not_found');
  if (row.version !== request.version) throw new AppError('stale_version', { version: row.version });
  return row;
}

async function told(
  tx: PracticeTx,
  { id, client_id: clientId }: Pick<Diagnosis, 'id' | 'client_id'>,
  code: 'diagnosis.noted' | 'diagnosis.ended',
): Promise<void> {
  tx.touch({ record: id, client: clientId, fields: ['diagnosis'] });
  await noteEvent(tx, { entity: 'client', refId: clientId, clientId, code });
  await tx.announce('client', clientId);
}
