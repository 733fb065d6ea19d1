import type { PracticeTx } from '../database/practice-tx';
import type { AppointmentId } from '../ids';
import { type Begun, isDueNow } from '../next-step/next-step';
import { isCovered } from '../practice/agreements';
import { addHours, addMinutes } from '../time/instant';
import { healWork } from '../work/close-work-item';
import { openWorkItem } from '../work/open-work-item';
import { appointmentPlan, messageOf, noticeChannel } from './appointment-steps';
import { claimNew, newMessage, takeLease } from './claimed-message';
import { type AppointmentFacts, appointmentFacts } from './facts';
import { takeOrder } from './hurried';
import { type Claim, type Means, replanned } from './means';
import { withhold } from './message-events';
import { planFrom } from './plan-appointment';
import type { Channel } from './reminder-plan';
import { settle } from './settle';

/**
 * The first half of a step: looks again whether it is what happens next and due, takes its unique row with a lease, and says
 * what to call. A stale step writes nothing and answers with the plan.
 */
export async function claimStep(
  tx: PracticeTx,
  step: Begun & { readonly id: AppointmentId },
  means: Means,
): Promise<Claim> {
  const facts = await appointmentFacts(tx, step.id, means.spreadSeconds);
  if (!facts) return { kind: 'planned', next: { kind: 'nothing_more' } };
  const next = await planFrom(tx, facts, step);
  if (!isDueNow(next, step, tx.now)) return { kind: 'planned', next };
  if (step.step === 'settle') return settle(tx, facts, means);
  if (step.step === 'ask_missing') return askMissing(tx, facts, means);
  if (step.step === 'ask_signature') return askSignature(tx, facts, means);
  const channel = step.step === 'notice' ? noticeChannel(facts) : appointmentPlan(facts).channel;
  if (channel === null) return { kind: 'planned', next };
  return claimMessage(tx, facts, means, step.step, channel);
}

async function askMissing(tx: PracticeTx, facts: AppointmentFacts, means: Means): Promise<Claim> {
  const { appointment } = facts;
  await healWork(tx, appointment.id, ['client_missing']); // of an earlier occurrence: it would stand in the way of this one
  await openWorkItem(tx, {
    cause: 'client_missing',
    entity: 'appointment',
    refId: appointment.id,
    clientId: appointment.client_id,
    dueAt: addMinutes(tx.now, 15),
    params: { occurrence: appointment.occurrence, startsAt: appointment.startsAt },
  });
  return replanned(tx, facts, means);
}

/** The note becomes its clinician's work; signing it is what does it. */
async function askSignature(tx: PracticeTx, facts: AppointmentFacts, means: Means): Promise<Claim> {
  const { appointment, unsigned, practice } = facts;
  if (unsigned)
    await openWorkItem(tx, {
      cause: 'note_unsigned',
      entity: 'appointment',
      refId: appointment.id,
      clientId: appointment.client_id,
      ownerId: unsigned.clinicianId,
      dueAt: addHours(unsigned.since, practice.policy.noteGraceHours),
      params: { visitId: unsigned.visitId },
    });
  return replanned(tx, facts, means);
}

async function claimMessage(
  tx: PracticeTx,
  facts: AppointmentFacts,
  means: Means,
  kind: string,
  channel: Channel,
): Promise<Claim> {
  const orderedBy = await takeOrder(tx, facts, kind, channel);
  if (orderedBy === 'lost_right') return replanned(tx, facts, means);
  const message = messageOf(facts, { code: kind, channel });
  const words = { kind, channel };
  const port = means.ports[channel];
  if (port && (await isCovered(tx, port.vendor))) {
    const by = { vendor: port.vendor, orderedBy };
    return message ? takeLease(tx, facts, means, message, by) : claimNew(tx, facts, means, words, by);
  }
  await withhold(tx, message ?? (await newMessage(tx, facts, means, words)), port ? 'no_agreement' : 'not_configured');
  return replanned(tx, facts, means);
}
