import { proposeWaiting } from '../claims/mend-charges';
import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import { type AppointmentId, newId } from '../ids';
import { messageLife } from '../messages/message-state';
import { type Begun, type NextStep, nothingMore, storeNextStep } from '../next-step/next-step';
import { noteEvent } from '../timeline/note-event';
import { toDate } from '../time/instant';
import { healWork } from '../work/close-work-item';
import { type LeftOut, appointmentPlan } from './appointment-steps';
import { type AppointmentFacts, appointmentFacts } from './facts';
import { supersede } from './message-events';

/** Reads the appointment, stores what screens show as its next step, and answers it: level-triggered, may run at any time. */
export async function planAppointment(tx: PracticeTx, id: AppointmentId, spreadSeconds?: number): Promise<NextStep> {
  const facts = await appointmentFacts(tx, id, spreadSeconds);
  if (!facts) return nothingMore;
  if (facts.appointment.state === 'completed') await proposeWaiting(tx, id);
  return planFrom(tx, facts);
}

/** The same from facts that this transaction has loaded and not changed since; `begun` is about to be carried out. */
export async function planFrom(tx: PracticeTx, facts: AppointmentFacts, begun?: Begun): Promise<NextStep> {
  const { appointment } = facts;
  const plan = appointmentPlan(facts);
  for (const one of plan.leftOut) await leaveOut(tx, facts, one);
  for (const message of facts.messages)
    if (message.state === 'planned' && message.occurrence < appointment.occurrence) await supersede(tx, message);
  if (facts.parked) await healWork(tx, appointment.id, ['outbox_parked']);
  return storeNextStep(
    tx,
    {
      entity: 'appointment',
      id: appointment.id,
      clientId: appointment.client_id,
      version: appointment.version,
      next: plan.next,
      params: plan.channel ? { channel: plan.channel } : {},
    },
    facts.stored,
    begun,
  );
}

async function leaveOut(tx: PracticeTx, facts: AppointmentFacts, left: LeftOut): Promise<void> {
  const { appointment } = facts;
  const id = left.message?.id ?? newId();
  const change = { reason: 'too_late', settled_at: toDate(tx.now) };
  if (left.message) await move(tx, 'messages', messageLife, left.message.row, 'skip', change);
  else
    await tx.rows('messages').insert({
      practice_id: tx.practiceId,
      id,
      client_id: appointment.client_id,
      appointment_id: appointment.id,
      occurrence: appointment.occurrence,
      kind: left.code,
      channel: left.channel,
      state: 'skipped',
      created_at: toDate(tx.now),
      ...change,
    });
  await noteEvent(tx, {
    entity: 'appointment',
    refId: appointment.id,
    clientId: appointment.client_id,
    code: 'message.skipped',
    params: { kind: left.code, channel: left.channel, reason: 'too_late' },
    rule: 'reminder_plan',
    evidence: { kind: 'message', id },
  });
}
