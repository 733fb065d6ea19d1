import { writeReminder } from '../../../activities/reminder-text';
import type { AppointmentId } from '../../../domain/ids';
import type { SendAnswer } from '../../../domain/messages/message-port';
import { claimStep } from '../../../domain/reminders/claim-step';
import type { Claimed, Means } from '../../../domain/reminders/means';
import { planAppointment } from '../../../domain/reminders/plan-appointment';
import { recordAnswer } from '../../../domain/reminders/record-answer';
import { recordReport } from '../../../domain/reminders/record-report';
import { standardTiming } from '../../../domain/reminders/timing';
import { type Instant, addMinutes } from '../../../domain/time/instant';
import type { Acting } from './acting';
import type { Dice } from './dice';

/** As the message sandbox is. */
const means: Means = {
  ports: { sms: { vendor: 'sandbox', repeat: 'lookup' }, email: { vendor: 'sandbox', repeat: 'never' } },
  timing: standardTiming,
  write: writeReminder,
};

/** Does what the appointment's workflow would have done from `from` until `until`: the same steps, each when it was due. */
export async function letTimePass(
  acting: Acting,
  id: AppointmentId,
  { from, until }: { readonly from: Instant; readonly until: Instant },
  dice: Dice,
): Promise<void> {
  let next = await acting.asService('core', (tx) => planAppointment(tx, id), from);
  for (let left = 12; left > 0 && next.kind === 'step' && next.due !== null && next.due <= until; left -= 1) {
    const [at, step] = [next.due, { id, step: next.step, occurrence: next.occurrence }];
    const claim = await acting.asService('messages', (tx) => claimStep(tx, step, means), at);
    next = claim.kind === 'planned' ? claim.next : await answer(acting, claim, at, dice);
  }
}

async function answer(acting: Acting, claim: Claimed, at: Instant, dice: Dice) {
  const said = claim.kind === 'ask' ? ({ kind: 'no_answer', code: 'lookup_down' } as const) : answerOf(claim, dice);
  const next = await acting.asService('messages', (tx) => recordAnswer(tx, claim, said, means), at);
  if (said.kind === 'accepted') await report(acting, claim, said.vendorId, at, dice);
  return next;
}

/** Most are taken; a few numbers are wrong, and of a few mails nobody knows. */
function answerOf({ message }: Claimed, dice: Dice): SendAnswer {
  const isText = message.channel === 'sms';
  const throwOf = dice.below(1000);
  if (throwOf < 25) return { kind: 'refused', code: isText ? 'twilio_30006' : 'smtp_550' };
  if (throwOf < 60 && !isText) return { kind: 'ambiguous', code: 'timeout' };
  return { kind: 'accepted', vendorId: `sandbox-${message.id}` };
}

/** A carrier tells what became of a text; nobody tells of a mail. */
async function report(acting: Acting, { message }: Claimed, vendorId: string, at: Instant, dice: Dice): Promise<void> {
  if (message.channel !== 'sms' || dice.chance(6)) return;
  const failed = dice.chance(3);
  const state = failed ? 'failed' : 'delivered';
  await acting.asService(
    'messages',
    (tx) => recordReport(tx, { messageId: message.id, vendorId, state, code: failed ? 'twilio_30003' : null }),
    addMinutes(at, 1),
  );
}
