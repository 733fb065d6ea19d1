import type { PracticeTx } from '../database/practice-tx';
import { type ClientId, newId } from '../ids';
import { AppError, invalid } from '../problems';
import { noteEvent } from '../timeline/note-event';
import { dayAt } from '../time/wall-time';

/**
 * Notes what a clinician found, with its rank among the client's diagnoses. Answers its id.
 * @throws AppError `invalid` for a code that no claim may carry on that day, `duplicate` where it stands already
 */
export async function noteDiagnosis(
  tx: PracticeTx,
  request: { readonly clientId: ClientId; readonly code: string; readonly rank: number; readonly fromDay: string },
): Promise<string> {
  const known = await tx.one<{ billable: boolean }>`
    select billable from kernel.icd10(${[request.code]}, ${request.fromDay}::date)`;
  if (!known?.billable) throw invalid('/code', 'diagnosis_unknown');
  const id = newId();
  await tx.rows('diagnoses').insert({
    practice_id: tx.practiceId,
    id,
    client_id: request.clientId,
    code: request.code,
    rank: request.rank,
    from_day: request.fromDay,
    noted_by: tx.actor,
  });
  tx.touch({ record: id, client: request.clientId, fields: ['diagnosis'] });
  await noteEvent(tx, {
    entity: 'client',
    refId: request.clientId,
    clientId: request.clientId,
    code: 'diagnosis.noted',
  });
  return id;
}

/** A diagnosis holds no longer. It stays on what was signed with it. @throws AppError `not_found`, `stale_version` */
export async function endDiagnosis(
  tx: PracticeTx,
  request: { readonly id: string; readonly version: number },
): Promise<void> {
  const row = await tx.one<{ client_id: string; version: number; from_day: string; zone: string }>`
    select d.client_id, d.version, d.from_day::text, p.zone from diagnoses d
      join practice_profiles p on p.practice_id = d.practice_id
     where d.practice_id = ${tx.practiceId} and d.id = ${request.id} and d.until_day is null for update of d`;
  if (!row) throw new AppError('not_found');
  if (row.version !== request.version) throw new AppError('stale_version', { version: row.version });
  const today = dayAt(tx.now, row.zone);
  await tx
    .rows('diagnoses')
    .where({ practice_id: tx.practiceId, id: request.id })
    .update({ until_day: today < row.from_day ? row.from_day : today, ended_by: tx.actor, version: row.version + 1 });
  tx.touch({ record: request.id, client: row.client_id, fields: ['diagnosis'] });
  await noteEvent(tx, { entity: 'client', refId: row.client_id, clientId: row.client_id, code: 'diagnosis.ended' });
}
