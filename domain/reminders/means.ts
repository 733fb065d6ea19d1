import type { PracticeTx } from '../database/practice-tx';
import type { AppointmentId } from '../ids';
import type { Repeat } from '../messages/message-port';
import type { NextStep } from '../next-step/next-step';
import type { Instant } from '../time/instant';
import { type AppointmentFacts, type Message, appointmentFacts } from './facts';
import { planFrom } from './plan-appointment';
import type { Channel } from './reminder-plan';
import type { Timing } from './timing';

/** What the ports can do, and how a message is worded: given by the activity, used inside the claim. */
export interface Means {
  readonly ports: Readonly<Partial<Record<Channel, { readonly vendor: string; readonly repeat: Repeat }>>>;
  readonly timing: Timing;
  readonly spreadSeconds?: number | undefined;
  write(
    facts: AppointmentFacts,
    kind: string,
    channel: Channel,
    language: 'en' | 'es',
  ): { readonly subject: string | null; readonly body: string };
}

export interface Claimed {
  readonly kind: 'send' | 'ask';
  readonly appointmentId: AppointmentId;
  readonly message: Message;
  /** When it was claimed: an answer to a question is as old as the question. */
  readonly at: Instant;
}

/** `planned`: nothing to do outside, and this is what happens next. */
export type Claim = Claimed | { readonly kind: 'planned'; readonly next: NextStep };

/** The plan from what is true now, after something was written. */
export async function replanned(tx: PracticeTx, facts: AppointmentFacts, means: Means): Promise<Claim> {
  const fresh = await appointmentFacts(tx, facts.appointment.id, means.spreadSeconds);
  return { kind: 'planned', next: fresh ? await planFrom(tx, fresh) : { kind: 'nothing_more' } };
}

/**
 * The same after something was recorded, by which the step before is no runaway: its tries are forgotten with the new plan.
 * `now`: the facts as they are by now, where the caller knows them.
 */
export async function plannedAnew(
  tx: PracticeTx,
  facts: AppointmentFacts,
  means: Means,
  now: AppointmentFacts | undefined,
): Promise<NextStep> {
  const fresh = now ?? (await appointmentFacts(tx, facts.appointment.id, means.spreadSeconds));
  if (!fresh) return { kind: 'nothing_more' };
  return planFrom(tx, { ...fresh, stored: fresh.stored && { ...fresh.stored, tries: 0, paused_until: null } });
}
