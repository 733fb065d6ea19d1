import type { PracticeTx } from '../database/practice-tx';
import type { Repeat } from '../messages/message-port';
import { forgetTries } from '../next-step/next-step';
import { isCovered } from '../practice/agreements';
import { stillValid } from './appointment-steps';
import { rereadMessage, takeLease } from './claimed-message';
import type { AppointmentFacts, Message } from './facts';
import { type Claim, type Means, replanned } from './means';
import { loseMessage } from './message-events';

/** An open claim whose lease is over: by what the port can do, the same key again, ask, or leave it to a person. Never a blind resend. */
export async function settle(tx: PracticeTx, facts: AppointmentFacts, means: Means): Promise<Claim> {
  const open = facts.messages.find((message) => message.state === 'claimed');
  if (!open) return replanned(tx, facts, means);
  const message = await rereadMessage(tx, open.id);
  const repeat = repeatOf(message, means);
  if (repeat === 'lookup') {
    await forgetTries(tx, facts.appointment.id);
    return { kind: 'ask', appointmentId: facts.appointment.id, message, at: tx.now };
  }
  const valid = stillValid(facts, message);
  const vendor = message.row.vendor ?? '';
  if (repeat === 'keyed' && valid && (await isCovered(tx, vendor)))
    return takeLease(tx, facts, means, message, { vendor, orderedBy: message.row.ordered_by });
  if (repeat === 'keyed' && !valid) await loseMessage(tx, message, 'superseded', false);
  else await loseMessage(tx, message, 'no_answer', true);
  return replanned(tx, facts, means);
}

/** Only the vendor that may have the message can say, or send it once: after a change of vendors nobody can. */
function repeatOf(message: Message, means: Means): Repeat {
  const port = means.ports[message.channel];
  return port && port.vendor === message.row.vendor ? port.repeat : 'never';
}
