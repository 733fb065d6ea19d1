import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import { messageLife } from '../messages/message-state';
import { noteEvent } from '../timeline/note-event';
import { toDate } from '../time/instant';
import { openWorkItem } from '../work/open-work-item';
import type { Message } from './facts';

/** The vendor may or may not have it. */
export async function loseMessage(
  tx: PracticeTx,
  message: Message,
  reason: string,
  askSomeone: boolean,
): Promise<void> {
  await move(tx, 'messages', messageLife, message.row, 'lose', { reason, settled_at: toDate(tx.now) });
  await noteMessage(tx, message, 'message.unknown', { reason });
  if (askSomeone) await openMessageWork(tx, message, 'message_unknown', { reason });
}

/** Not sent and not to be tried: no vendor is configured, or none that may have personal data. Someone is told. */
export async function withhold(
  tx: PracticeTx,
  message: Message,
  code: 'not_configured' | 'no_agreement',
): Promise<void> {
  await move(tx, 'messages', messageLife, message.row, 'skip', { reason: code, settled_at: toDate(tx.now) });
  await noteMessage(tx, message, 'message.skipped', { reason: code });
  await openMessageWork(tx, message, 'message_refused', { code });
}

/** It says what is no longer true, and certainly did not go out. */
export async function supersede(tx: PracticeTx, message: Message): Promise<void> {
  await move(tx, 'messages', messageLife, message.row, 'skip', { reason: 'superseded', settled_at: toDate(tx.now) });
  await noteMessage(tx, message, 'message.skipped', { reason: 'superseded' });
}

/** Asks a person, once per cause and appointment. */
export async function openMessageWork(
  tx: PracticeTx,
  message: Message,
  cause: 'message_unknown' | 'message_refused',
  params: Readonly<Record<string, unknown>>,
): Promise<void> {
  await openWorkItem(tx, {
    cause,
    entity: message.row.appointment_id ? 'appointment' : 'client',
    refId: message.row.appointment_id ?? message.row.client_id,
    clientId: message.row.client_id,
    params: { ...params, kind: message.kind, channel: message.channel, messageId: message.id },
  });
}

/** The appointment's timeline tells what became of its messages. */
export async function noteMessage(
  tx: PracticeTx,
  message: Message,
  code: 'message.sent' | 'message.delivered' | 'message.refused' | 'message.unknown' | 'message.skipped',
  params: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await noteEvent(tx, {
    entity: message.row.appointment_id ? 'appointment' : 'client',
    refId: message.row.appointment_id ?? message.row.client_id,
    clientId: message.row.client_id,
    code,
    params: { ...params, kind: message.kind, channel: message.channel },
    rule: 'reminder_plan',
    evidence: { kind: 'message', id: message.id },
  });
  await tx.announce('message', message.id);
}
