import type { PracticeTx } from '../database/practice-tx';
import type { ClientId } from '../ids';
import { practiceOf } from '../practice/policy';
import { AppError } from '../problems';
import type { Instant } from '../time/instant';
import { standardSpreadSeconds } from './facts';
import { reachOf } from './reach';
import { type Channel, type PlannedReminder, reminderPlan } from './reminder-plan';

/** What a client would be told of an appointment, or why of nothing. */
export type Ahead =
  | { readonly kind: 'reminders'; readonly reminders: readonly { readonly channel: Channel; readonly due: Instant }[] }
  | { readonly kind: 'none'; readonly why: 'unreachable' | 'too_soon' };

/**
 * The reminders of an appointment that would come to be now at `startsAt`, by the rule that plans them. Due times may differ by
 * the seconds of the spread, for an appointment that has no id yet.
 * @throws AppError `not_found`
 */
export async function plannedAhead(
  tx: PracticeTx,
  wish: { readonly clientId: ClientId; readonly startsAt: Instant; readonly appointmentId?: string },
): Promise<Ahead> {
  const practice = await practiceOf(tx);
  const client = await tx.one<{ zone: string; kinds: string[]; consents: string[] }>`
    select c.zone,
           array(select distinct k.kind from client_contacts k where k.practice_id = c.practice_id and k.client_id = c.id and k.ended_at is null) as kinds,
           array(select s.channel from message_consents s where s.practice_id = c.practice_id and s.client_id = c.id and s.revoked_at is null) as consents
      from clients c where c.practice_id = ${tx.practiceId} and c.id = ${wish.clientId}`;
  if (!client) throw new AppError('not_found');
  tx.touch({ client: wish.clientId });
  const plan = reminderPlan({
    appointmentId: wish.appointmentId ?? '',
    startsAt: wish.startsAt,
    since: tx.now,
    rules: practice.policy.reminders,
    quiet: practice.policy,
    zone: client.zone,
    reach: reachOf(client),
    spreadSeconds: wish.appointmentId === undefined ? 0 : standardSpreadSeconds,
  });
  return ahead(plan);
}

/** Of a plan, what goes out: reminders that are possible and still say something new when they are due. */
export function ahead(plan: readonly PlannedReminder[]): Ahead {
  const possible = plan.filter(({ unreachable }) => unreachable === null);
  const reminders = possible.filter(({ due, usefulUntil }) => due <= usefulUntil);
  if (reminders.length > 0) return { kind: 'reminders', reminders };
  return { kind: 'none', why: possible.length === 0 && plan.length > 0 ? 'unreachable' : 'too_soon' };
}
