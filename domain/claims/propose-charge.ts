import type { PracticeTx } from '../database/practice-tx';
import { newId } from '../ids';
import { noteEvent } from '../timeline/note-event';
import { fromDate, toDate } from '../time/instant';
import { healWork } from '../work/close-work-item';
import { openWorkItem, restateWork } from '../work/open-work-item';
import { planCharge } from './plan-charge';

interface Attestation {
  readonly visit_id: string;
  readonly client_id: string;
  readonly clinician_id: string;
  readonly began_at: Date;
  readonly ended_at: Date;
}

/**
 * Proposes what a signed visit is billed as: code by type and attested minutes, place of service, modifiers, the fee that holds
 * on the day. What is missing becomes a work item and no charge; once it is there the item heals. Proposed before: nothing
 * happens. Answers the charge's id.
 */
export async function proposeCharge(tx: PracticeTx, noteId: string): Promise<string | undefined> {
  const attested = await tx.one<Attestation>`
    select visit_id, client_id, clinician_id, began_at, ended_at from attestations where practice_id = ${tx.practiceId} and id = ${noteId}`;
  if (!attested) return undefined;
  const { visit_id: visitId, client_id: clientId, clinician_id: clinicianId } = attested;
  const before = await tx.one<{ id: string }>`
    select id from charges where practice_id = ${tx.practiceId} and visit_id = ${visitId} and state <> 'void' limit 1`;
  if (before) return before.id;

  const found = await tx.all<{ code: string }>`
    select code from note_diagnoses where practice_id = ${tx.practiceId} and note_id = ${noteId} order by rank`;
  const diagnoses = found.map(({ code }) => code);
  const times = { beganAt: fromDate(attested.began_at), endedAt: fromDate(attested.ended_at) };
  const plan = await planCharge(tx, { visitId, clientId, clinicianId, ...times, diagnoses });
  const { charge, day } = plan;
  if (!charge) {
    const params = {
      missing: plan.missing,
      day,
      visitId,
      clinicianId,
      code: plan.code ?? null,
      payerId: plan.payerId ?? null,
    };
    await openWorkItem(tx, { cause: 'charge_incomplete', entity: 'note', refId: noteId, clientId, params });
    await restateWork(tx, noteId, 'charge_incomplete', params);
    return undefined;
  }
  const id = newId();
  await tx.rows('charges').insert({
    practice_id: tx.practiceId,
    id,
    visit_id: visitId,
    note_id: noteId,
    client_id: clientId,
    clinician_id: clinicianId,
    coverage_id: charge.coverageId,
    state: 'proposed',
    service_day: day,
    code: charge.code,
    modifiers: [...charge.modifiers],
    minutes: plan.minutes,
    place_of_service: charge.placeOfService,
    cents: charge.cents,
    diagnoses,
    line_control: await lineControl(tx),
    created_at: toDate(tx.now),
  });
  tx.touch({ record: id, client: clientId, fields: ['charge'] });
  await noteEvent(tx, {
    entity: 'charge',
    refId: id,
    clientId,
    code: 'charge.proposed',
    params: { code: charge.code },
    rule: 'attested_minutes',
    evidence: { kind: 'visit', id: visitId },
  });
  await healWork(tx, noteId, ['charge_incomplete']);
  await tx.announce('charge', id);
  return id;
}

/** REF 6R: ours, short, never given twice. */
export async function lineControl(tx: PracticeTx): Promise<string> {
  const row = await tx.one<{ number: number }>`select kernel.next_number('line')::int as number`;
  return `L${String(row?.number ?? 0).padStart(7, '0')}`;
}
