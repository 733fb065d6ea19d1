import type { Database } from '../domain/database/database';
import type { Entering } from '../domain/database/kept-client';
import type { PracticeTx } from '../domain/database/practice-tx';
import { claimStep } from '../domain/reminders/claim-step';
import type { Claimed, Means } from '../domain/reminders/means';
import { planAppointment } from '../domain/reminders/plan-appointment';
import { recordAnswer } from '../domain/reminders/record-answer';
import type { Timing } from '../domain/reminders/timing';
import type { LookupAnswer, MessagePort, OutboundMessage, SendAnswer } from '../domain/messages/message-port';
import type { Channel } from '../domain/reminders/reminder-plan';
import { instantOf } from '../domain/time/instant';
import type { EntityRef, NextStep, StepRef } from '../workflows/contracts/entity';
import { keepTrying } from './keep-trying';
import { onTime } from './on-time';
import { writeReminder } from './reminder-text';
import { unlessClosed } from './unless-closed';

export interface AppointmentDeps {
  readonly database: Database;
  readonly ports: Readonly<Partial<Record<Channel, MessagePort>>>;
  readonly timing: Timing;
  /** The page behind the link of a message. */
  linkFor(messageId: string): string;
  /** Due times are spread by so many seconds; the standard unless given. */
  readonly spreadSeconds?: number;
}

export interface AppointmentActivities {
  appointmentNextStep(self: EntityRef): Promise<NextStep>;
  appointmentCarryOut(step: StepRef): Promise<NextStep>;
}

/** What the appointment's workflow asks for: plan, and carry one step out. */
export function createAppointmentActivities(deps: AppointmentDeps): AppointmentActivities {
  const means: Means = {
    ports: deps.ports,
    timing: deps.timing,
    spreadSeconds: deps.spreadSeconds,
    write: writeReminder,
  };
  const as = <T>(
    service: 'core' | 'messages',
    ref: EntityRef,
    act: string,
    work: (tx: PracticeTx) => Promise<T>,
  ): Promise<T> => {
    const entering: Entering = { practiceId: ref.practiceId, service };
    return deps.database.inPractice(entering, { act, purpose: 'care' }, work, {
      holding: { kind: 'appointment', id: ref.id },
    });
  };

  return {
    appointmentNextStep: (self) =>
      unlessClosed(() =>
        as('core', self, 'appointment.plan', (tx) => planAppointment(tx, self.id, deps.spreadSeconds)),
      ),
    appointmentCarryOut: (step) => unlessClosed(() => carryOut(step)),
  };

  async function carryOut(step: StepRef): Promise<NextStep> {
    const { taken: claim, began } = await onTime(step, () =>
      as('messages', step, 'appointment.claim', (tx) => claimStep(tx, step, means)),
    );
    if (claim.kind === 'planned') return claim.next;
    const claimed = claim;
    const answer = await call(claimed, began);
    return keepTrying(deps.timing.recordMs, () =>
      as('messages', step, 'appointment.record', (tx) => recordAnswer(tx, claimed, answer, means)),
    );
  }

  /** Outside any transaction; bounded; never throws for what the vendor says. */
  async function call(claim: Claimed, began: number): Promise<SendAnswer | LookupAnswer> {
    const port = deps.ports[claim.message.channel];
    if (!port) return { kind: 'ambiguous', code: 'not_configured' };
    const message = outbound(claim);
    const signal = AbortSignal.timeout(deps.timing.callMs);
    if (claim.kind === 'ask')
      return port.lookUp ? port.lookUp(message, signal) : { kind: 'no_answer', code: 'cannot_be_asked' };
    const late = performance.now() - began > deps.timing.leaseMs - deps.timing.callMs;
    return late ? { kind: 'ambiguous', code: 'slept' } : port.send(message, signal);
  }

  function outbound({ message }: Claimed): OutboundMessage {
    const { row } = message;
    const text = (row.body ?? '').replaceAll('{link}', deps.linkFor(message.id));
    return {
      key: `${message.id}.${message.sendNo}`,
      to: row.to_address ?? '',
      body: text,
      firstTriedAt: message.claimedAt ?? instantOf(0),
      ...(row.subject === null ? {} : { subject: row.subject }),
    };
  }
}
