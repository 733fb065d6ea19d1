import type { Role } from '../access/roles';
import { mayAny } from '../access/capabilities';
import type { PracticeTx } from '../database/practice-tx';
import type { MembershipId } from '../ids';
import { openWorkItem } from '../work/open-work-item';
import type { AppointmentFacts } from './facts';

/** Who hurried this step, if anyone did and may still do so; his lost right becomes work, and the step waits for its time. */
export async function takeOrder(
  tx: PracticeTx,
  facts: AppointmentFacts,
  kind: string,
): Promise<MembershipId | null | 'lost_right'> {
  const { appointment } = facts;
  const order = await tx.one<{ ordered_by: string; roles: Role[] | null }>`
    select ordered_by, kernel.roles_of(ordered_by) as roles from next_steps
     where practice_id = ${tx.practiceId} and id = ${appointment.id} and hurried_step = ${kind} and hurried_occurrence = ${appointment.occurrence}`;
  if (!order) return null;
  await tx.all`update next_steps set hurried_step = null, hurried_occurrence = null, ordered_by = null where practice_id = ${tx.practiceId} and id = ${appointment.id}`;
  if (order.roles && mayAny(order.roles, 'schedule.change')) return order.ordered_by;
  await openWorkItem(tx, {
    cause: 'order_lapsed',
    entity: 'appointment',
    refId: appointment.id,
    clientId: appointment.client_id,
    params: { step: kind },
  });
  return 'lost_right';
}
