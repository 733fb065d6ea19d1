import { locked } from '../database/locked';
import type { PracticeTx } from '../database/practice-tx';
import { type ClientId, newId } from '../ids';
import { AppError, invalid } from '../problems';
import { noteEvent } from '../timeline/note-event';
import { dayAt, isDay, isZone } from '../time/wall-time';
import { toDate } from '../time/instant';
import { type ContactKind, normalContact } from './contact';

export interface ClientChange {
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly preferredName?: string | null | undefined;
  readonly pronouns?: string | null | undefined;
  readonly birthDate?: string | undefined;
  readonly zone?: string | undefined;
  readonly language?: 'en' | 'es' | undefined;
}

/** Changes what identifies a client. @throws AppError `invalid` by field, `not_found`, `stale_version` */
export async function changeClient(
  tx: PracticeTx,
  request: { readonly id: ClientId; readonly version: number; readonly change: ClientChange },
): Promise<void> {
  const { change } = request;
  if (change.zone !== undefined && !isZone(change.zone)) throw invalid('/zone', 'zone_unknown');
  if (change.birthDate !== undefined && !isDay(change.birthDate)) throw invalid('/birthDate', 'day_malformed');
  if (change.birthDate !== undefined && change.birthDate > dayAt(tx.now, 'UTC'))
    throw invalid('/birthDate', 'day_in_future');
  const client = await locked(tx, 'clients', request.id, request.version);
  const columns = {
    first_name: change.firstName,
    last_name: change.lastName,
    preferred_name: change.preferredName,
    pronouns: change.pronouns,
    birth_date: change.birthDate,
    zone: change.zone,
    language: change.language,
  };
  const given = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
  await tx
    .rows('clients')
    .where({ practice_id: tx.practiceId, id: client.id })
    .update({ ...given, version: client.version + 1 });
  const fields = Object.entries(change).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  await changed(tx, client.id, 'client.changed', { fields });
}

/** A new way to reach the client; of each kind the newest counts. @throws AppError `invalid`, `not_found`, `stale_version` */
export async function addContact(
  tx: PracticeTx,
  request: {
    readonly id: ClientId;
    readonly version: number;
    readonly kind: ContactKind;
    readonly value: string;
    readonly leaveMessage: boolean;
  },
): Promise<void> {
  const value = normalContact(request.kind, request.value, '/value');
  const client = await locked(tx, 'clients', request.id, request.version);
  await tx.rows('client_contacts').insert({
    practice_id: tx.practiceId,
    id: newId(),
    client_id: client.id,
    kind: request.kind,
    value,
    leave_message: request.leaveMessage,
  });
  await raise(tx, client);
  await changed(tx, client.id, 'client.contact_added', { kind: request.kind });
}

/** A number or address that no longer reaches the client. */
export async function endContact(
  tx: PracticeTx,
  request: { readonly id: ClientId; readonly version: number; readonly contactId: string },
): Promise<void> {
  const client = await locked(tx, 'clients', request.id, request.version);
  const contact = await locked(tx, 'client_contacts', request.contactId);
  if (contact.client_id !== client.id || contact.ended_at !== null) throw new AppError('not_found');
  await tx
    .rows('client_contacts')
    .where({ practice_id: tx.practiceId, id: contact.id })
    .update({ ended_at: toDate(tx.now), version: contact.version + 1 });
  await raise(tx, client);
  await changed(tx, client.id, 'client.contact_ended', { kind: contact.kind });
}

/** The client's word on a channel, as told to the front desk. Said twice is said once. */
export async function setConsent(
  tx: PracticeTx,
  request: {
    readonly id: ClientId;
    readonly version: number;
    readonly channel: 'sms' | 'email' | 'voice';
    readonly granted: boolean;
  },
): Promise<void> {
  const client = await locked(tx, 'clients', request.id, request.version);
  const open = tx
    .rows('message_consents')
    .where({ practice_id: tx.practiceId, client_id: client.id, channel: request.channel })
    .whereNull('revoked_at');
  if (request.granted) {
    if (await open.clone().first()) return;
    await tx.rows('message_consents').insert({
      practice_id: tx.practiceId,
      id: newId(),
      client_id: client.id,
      channel: request.channel,
      granted_at: toDate(tx.now),
      source: 'front_desk',
      granted_by: tx.actor,
    });
  } else if ((await open.clone().update({ revoked_at: toDate(tx.now), revoked_source: 'front_desk' })) === 0) return;
  await raise(tx, client);
  await changed(tx, client.id, request.granted ? 'client.consent_given' : 'client.consent_withdrawn', {
    channel: request.channel,
  });
}

async function raise(tx: PracticeTx, client: { readonly id: string; readonly version: number }): Promise<void> {
  await tx
    .rows('clients')
    .where({ practice_id: tx.practiceId, id: client.id })
    .update({ version: client.version + 1 });
}

type Code =
  | 'client.changed'
  | 'client.contact_added'
  | 'client.contact_ended'
  | 'client.consent_given'
  | 'client.consent_withdrawn';

/** Reminders ahead are planned anew: a contact, a consent or a zone decides them. */
async function changed(
  tx: PracticeTx,
  clientId: ClientId,
  code: Code,
  params: Readonly<Record<string, unknown>>,
): Promise<void> {
  await noteEvent(tx, { entity: 'client', refId: clientId, clientId, code, params });
  const ahead = await tx.all<{ id: string; version: number }>`
    select id, version from appointments where practice_id = ${tx.practiceId} and client_id = ${clientId} and state in ('scheduled', 'confirmed') and ends_at > ${toDate(tx.now)}`;
  await tx.announce('client', clientId);
  for (const appointment of ahead) await tx.tell('appointment', appointment.id, appointment.version, clientId);
}
