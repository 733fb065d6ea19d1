import type { PracticeTx } from '../database/practice-tx';
import type { MessageId } from '../ids';
import { toDate } from '../time/instant';
import { rereadMessage } from './claimed-message';
import { noteMessage, openMessageWork } from './message-events';
import { accept } from './record-answer';

/** What a vendor's callback says of a message, whichever send it names: that it was accepted at all stops the next send. */
export interface Report {
  readonly messageId: MessageId;
  readonly vendorId: string;
  readonly state: 'accepted' | 'delivered' | 'failed';
  readonly code: string | null;
}

/** Callbacks come twice, late and in any order; each fact is recorded once. */
export async function recordReport(tx: PracticeTx, report: Report): Promise<void> {
  const known = await tx.one<{ appointment_id: string | null; client_id: string }>`
    select appointment_id, client_id from messages where practice_id = ${tx.practiceId} and id = ${report.messageId}`;
  if (!known) return;
  tx.touch({ client: known.client_id, record: report.messageId });
  const appointment = known.appointment_id ? await heldStill(tx, known.appointment_id) : undefined;
  const message = await rereadMessage(tx, report.messageId);
  let version = message.row.version;
  const isNews = message.state === 'planned' || message.state === 'claimed' || message.state === 'unknown';
  if (isNews) {
    await accept(tx, message, report.vendorId, 'callback');
    version += 1;
  }
  const update = (change: Readonly<Record<string, unknown>>) =>
    tx
      .rows('messages')
      .where({ practice_id: tx.practiceId, id: message.id })
      .update({ ...change, version: version + 1 });
  if (report.state === 'delivered' && message.row.delivered_at === null) {
    await update({ delivered_at: toDate(tx.now) });
    await noteMessage(tx, message, 'message.delivered');
  }
  if (report.state === 'failed' && message.row.failed_at === null) {
    await update({ failed_at: toDate(tx.now), reason: report.code });
    await noteMessage(tx, message, 'message.refused', { code: report.code });
    await openMessageWork(tx, message, 'message_refused', { code: report.code });
  }
  // Only what changes the plan wakes the workflow; open screens hear of the message either way.
  if (isNews && known.appointment_id && appointment)
    await tx.tell('appointment', known.appointment_id, appointment.version, known.client_id);
}

async function heldStill(tx: PracticeTx, id: string): Promise<{ version: number } | undefined> {
  await tx.holdStill('appointment', id); // before the message, as everyone does
  return tx.one<{
    version: number;
  }>`select version from appointments where practice_id = ${tx.practiceId} and id = ${id}`;
}
