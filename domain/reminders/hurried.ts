import type { Role } from '../access/roles';
import { mayAny } from '../access/capabilities';
import type { PracticeTx } from '../database/practice-tx';
import type { MembershipId } from '../ids';
import { forgetOrder, forgetTries } from '../next-step/next-step';
import { openWorkItem } from '../work/open-work-item';
import { messageOf } from './appointment-steps';
import type { AppointmentFacts } from './facts';
import type { Channel } from './reminder-plan';

/**
 * Who hurried this step, if anyone did and may still do so; the right lost becomes work, and the step waits for its time.
 * A message that was hurried and not sent is tried again on the same order, so the right is looked at again.
 */
export async function takeOrder(
  tx: PracticeTx,
  facts: AppointmentFacts,
  kind: string,
  channel: Channel,
): Promise<MembershipId | null | 'lost_right'> {
  const { appointment, stored } = facts;
  const message = messageOf(facts, { code: kind, channel });
  const hurriedNow = stored?.hurried_step === kind && stored.hurried_occurrence === appointment.occurrence;
  const orderedBy = hurriedNow ? stored.ordered_by : earlyOrder(facts, kind, channel);
  if (hurriedNow) await forgetOrder(tx, appointment.id);
  if (!orderedBy) return null;
  const who = await tx.one<{ roles: Role[] | null }>`select kernel.roles_of(${orderedBy}) as roles`;
  if (who?.roles && mayAny(who.roles, 'schedule.change')) return orderedBy;
  await openWorkItem(tx, {
    cause: 'order_lapsed',
    entity: 'appointment',
    refId: appointment.id,
    clientId: appointment.client_id,
    params: { step: kind },
  });
  if (message)
    await tx
      .rows('messages')
      .where({ practice_id: tx.practiceId, id: message.id })
      .update({ ordered_by: null, next_at: null, version: message.row.version + 1 });
  await forgetTries(tx, appointment.id);
  return 'lost_right';
}

/** Whose order lets an open message go out before its time. At its time it needs none. */
function earlyOrder(facts: AppointmentFacts, kind: string, channel: Channel): MembershipId | null {
  const message = messageOf(facts, { code: kind, channel });
  const reminder = facts.plan.find((one) => one.code === kind && one.channel === channel);
  const early = reminder !== undefined && facts.now < reminder.due;
  return early && message ? message.row.ordered_by : null;
}
