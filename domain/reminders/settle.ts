import type { PracticeTx } from '../database/practice-tx';
import { forgetTries } from '../next-step/next-step';
import { stillValid } from './appointment-steps';
import { rereadMessage, takeLease } from './claimed-message';
import type { AppointmentFacts } from './facts';
import { type Claim, type Means, replanned } from './means';
import { loseMessage } from './message-events';

/** An open claim whose lease is over: by what the port can do, the same key again, ask, or leave it to a person. Never a blind resend. */
export async function settle(tx: PracticeTx, facts: AppointmentFacts, means: Means): Promise<Claim> {
  const open = facts.messages.find((message) => message.state === 'claimed');
  if (!open) return replanned(tx, facts, means);
  const message = await rereadMessage(tx, open.id);
  const repeat = means.ports[message.channel]?.repeat ?? 'never';
  if (repeat === 'lookup') {
    await forgetTries(tx, facts.appointment.id);
    return { kind: 'ask', appointmentId: facts.appointment.id, message };
  }
  const valid = stillValid(facts, message);
  if (repeat === 'keyed' && valid)
    return takeLease(tx, facts, means, message, message.row.vendor ?? '', message.row.ordered_by);
  await loseMessage(tx, message, valid || repeat === 'never' ? 'no_answer' : 'superseded', repeat === 'never');
  return replanned(tx, facts, means);
}
