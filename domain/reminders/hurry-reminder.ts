import type { PracticeTx } from '../database/practice-tx';
import type { AppointmentId } from '../ids';
import { AppError } from '../problems';
import { lockAppointment } from '../schedule/appointment';
import { isAhead } from '../schedule/appointment-state';
import { noteEvent } from '../timeline/note-event';

/**
 * "Send now": what is due later happens at once, on the order of the person who asked. The order is looked at again when it is
 * carried out.
 * @throws AppError `not_found`, `stale_version`, `wrong_state` when the next step is no message
 */
export async function hurryReminder(
  tx: PracticeTx,
  request: { readonly id: AppointmentId; readonly version: number },
): Promise<void> {
  const appointment = await lockAppointment(tx, request.id, request.version);
  const next = await tx.one<{ step: string | null; occurrence: number | null; params: { channel?: string } }>`
    select step, occurrence, params from next_steps where practice_id = ${tx.practiceId} and id = ${appointment.id} for update`;
  if (!isAhead(appointment.state) || !next?.step || !next.params.channel || next.step === 'settle')
    throw new AppError('wrong_state', { entity: 'appointment', state: appointment.state, event: 'hurry' });
  await tx.all`
    update next_steps set hurried_step = ${next.step}, hurried_occurrence = ${next.occurrence}, ordered_by = ${tx.actor}
     where practice_id = ${tx.practiceId} and id = ${appointment.id}`;
  const version = appointment.version + 1;
  await tx.rows('appointments').where({ practice_id: tx.practiceId, id: appointment.id }).update({ version });
  await noteEvent(tx, {
    entity: 'appointment',
    refId: appointment.id,
    clientId: appointment.client_id,
    code: 'appointment.hurried',
    params: { kind: next.step, channel: next.params.channel },
  });
  await tx.tell('appointment', appointment.id, version, appointment.client_id);
}
