import type { PracticeTx, Told } from '../database/practice-tx';
import type { AppointmentId, ClientId } from '../ids';
import { proposeCharge } from './propose-charge';

/**
 * Something that charges could not be made without may be there now: each visit that waits for it, of one client or of all, is
 * looked at again. Not everyone who mends may propose, so its appointment's workflow does (`proposeWaiting`). Last in a use-case.
 */
export async function mendCharges(tx: PracticeTx, of: { readonly clientId?: ClientId } = {}): Promise<void> {
  const waiting = await tx.all<Told>`
    select distinct a.id, a.version, a.client_id from work_items w
      join visits v on v.practice_id = w.practice_id and v.id = (w.params->>'visitId')::uuid
      join appointments a on a.practice_id = v.practice_id and a.id = v.appointment_id
     where w.practice_id = ${tx.practiceId} and w.state = 'open' and w.cause = 'charge_incomplete' and w.entity = 'note'
       and (${of.clientId ?? null}::uuid is null or w.client_id = ${of.clientId ?? null}) order by a.id`;
  await tx.tellAll('appointment', waiting);
}

/** Proposes the charge of an appointment's visit anew, where something was missing for it. */
export async function proposeWaiting(tx: PracticeTx, appointmentId: AppointmentId): Promise<void> {
  const waiting = await tx.all<{ note_id: string }>`
    select w.ref_id as note_id from visits v
      join work_items w on w.practice_id = v.practice_id and w.params->>'visitId' = v.id::text
     where v.practice_id = ${tx.practiceId} and v.appointment_id = ${appointmentId} and v.state in ('checkout', 'done')
       and w.client_id = v.client_id and w.state = 'open' and w.cause = 'charge_incomplete' and w.entity = 'note'`;
  for (const { note_id: noteId } of waiting) await proposeCharge(tx, noteId);
}
