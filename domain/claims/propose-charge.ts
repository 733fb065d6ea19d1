import type { PracticeTx } from '../database/practice-tx';
import { newId } from '../ids';
import { minutesBetween, fromDate } from '../time/instant';
import { dayAt } from '../time/wall-time';
import { openWorkItem } from '../work/open-work-item';
import { chargeCode } from './charge-code';

/** What a charge cannot be made without, by code. */
export type MissingForCharge =
  | 'diagnosis'
  | 'coverage'
  | 'fee'
  | 'too_short'
  | 'clinician_npi'
  | 'billing_profile'
  | 'client_address';

interface Facts {
  readonly visit_id: string;
  readonly client_id: string;
  readonly author_id: string;
  readonly state: string;
  readonly began_at: Date;
  readonly ended_at: Date;
  readonly modality: string;
  readonly type_code: string;
  readonly zone: string;
}

/**
 * Proposes what a signed visit is billed as: code by type and attested minutes, place of service, modifiers, the fee that holds
 * on the day. What is missing becomes a work item and no charge. Proposed before: nothing happens. Answers the charge's id.
 */
export async function proposeCharge(tx: PracticeTx, noteId: string): Promise<string | undefined> {
  const note = await tx.one<Facts>`
    select n.visit_id, n.client_id, n.author_id, n.state, n.began_at, n.ended_at, v.modality, t.code as type_code, p.zone
      from notes n
      join visits v on v.practice_id = n.practice_id and v.id = n.visit_id
      join appointments a on a.practice_id = v.practice_id and a.id = v.appointment_id
      join appointment_types t on t.practice_id = a.practice_id and t.id = a.type_id
      join practice_profiles p on p.practice_id = n.practice_id
     where n.practice_id = ${tx.practiceId} and n.id = ${noteId}`;
  if (note?.state !== 'signed') return undefined;
  const before = await tx.one<{ id: string }>`
    select id from charges where practice_id = ${tx.practiceId} and visit_id = ${note.visit_id} and state <> 'void' limit 1`;
  if (before) return before.id;

  const day = dayAt(fromDate(note.began_at), note.zone);
  const minutes = Math.floor(minutesBetween(fromDate(note.began_at), fromDate(note.ended_at)));
  const code = chargeCode(note.type_code, minutes);
  const diagnoses = await tx.all<{ code: string }>`
    select code from note_diagnoses where practice_id = ${tx.practiceId} and note_id = ${noteId} order by rank`;
  const coverage = await tx.one<{
    id: string;
    payer_id: string;
    telehealth_place: string;
    telehealth_modifier: string | null;
  }>`
    select c.id, c.payer_id, y.telehealth_place, y.telehealth_modifier from coverages c
      join payers y on y.practice_id = c.practice_id and y.id = c.payer_id
     where c.practice_id = ${tx.practiceId} and c.client_id = ${note.client_id} and c.from_day <= ${day}::date
       and (c.until_day is null or c.until_day >= ${day}::date)
     order by c.rank limit 1`;
  const fee = code === undefined ? undefined : await feeOn(tx, code, day, coverage?.payer_id ?? null);
  const set = await tx.one<{ npi: boolean; profile: boolean; address: boolean }>`
    select exists (select 1 from clinician_billing where practice_id = ${tx.practiceId} and id = ${note.author_id}) as npi,
           exists (select 1 from billing_profiles where practice_id = ${tx.practiceId} and from_day <= ${day}::date) as profile,
           exists (select 1 from client_billing where practice_id = ${tx.practiceId} and id = ${note.client_id}) as address`;
  const missing: MissingForCharge[] = [
    ...(code === undefined ? ['too_short' as const] : []),
    ...(diagnoses.length === 0 ? ['diagnosis' as const] : []),
    ...(coverage ? [] : ['coverage' as const]),
    ...(code !== undefined && fee === undefined ? ['fee' as const] : []),
    ...(set?.npi ? [] : ['clinician_npi' as const]),
    ...(set?.profile ? [] : ['billing_profile' as const]),
    ...(set?.address ? [] : ['client_address' as const]),
  ];
  if (missing.length > 0 || code === undefined || !coverage || fee === undefined) {
    await openWorkItem(tx, {
      cause: 'charge_incomplete',
      entity: 'note',
      refId: noteId,
      clientId: note.client_id,
      params: { missing },
    });
    return undefined;
  }
  const byVideo = note.modality === 'telehealth';
  const id = newId();
  await tx.rows('charges').insert({
    practice_id: tx.practiceId,
    id,
    visit_id: note.visit_id,
    note_id: noteId,
    client_id: note.client_id,
    clinician_id: note.author_id,
    coverage_id: coverage.id,
    state: 'proposed',
    service_day: day,
    code,
    modifiers: byVideo && coverage.telehealth_modifier !== null ? [coverage.telehealth_modifier] : [],
    minutes,
    place_of_service: byVideo ? coverage.telehealth_place : '11',
    cents: fee,
    diagnoses: diagnoses.map((one) => one.code),
    line_control: await lineControl(tx),
  });
  tx.touch({ record: id, client: note.client_id, fields: ['charge'] });
  await tx.announce('charge', id);
  return id;
}

/** What a code costs on a day: the payer's own fee before everyone's, the latest that has begun. */
export async function feeOn(
  tx: PracticeTx,
  code: string,
  day: string,
  payerId: string | null,
): Promise<number | undefined> {
  const fee = await tx.one<{ cents: number }>`
    select cents from fees where practice_id = ${tx.practiceId} and code = ${code} and from_day <= ${day}::date
       and (payer_id is null or payer_id = ${payerId}) order by payer_id nulls last, from_day desc limit 1`;
  return fee?.cents;
}

/** REF 6R: ours, short, never given twice. */
export async function lineControl(tx: PracticeTx): Promise<string> {
  const row = await tx.one<{ number: number }>`select kernel.next_number('line')::int as number`;
  return `L${String(row?.number ?? 0).padStart(7, '0')}`;
}
