import type { PracticeTx } from '../database/practice-tx';
import { type ClientId, type MembershipId, newId } from '../ids';
import { AppError, invalid } from '../problems';
import { noteEvent } from '../timeline/note-event';
import { toDate } from '../time/instant';
import { type Day, type Zone, dayAt, isDay, isZone } from '../time/wall-time';
import { clientLife } from './client-state';
import { type ContactKind, normalContact } from './contact';

export interface NewClient {
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredName: string | null;
  readonly pronouns: string | null;
  readonly birthDate: Day;
  /** Where the client lives, in time: quiet hours are the client's. */
  readonly zone: Zone;
  readonly language: 'en' | 'es';
  readonly contacts: readonly { readonly kind: ContactKind; readonly value: string; readonly leaveMessage: boolean }[];
  /** Channels by which the client agreed to be written to. */
  readonly consents: readonly ('sms' | 'email' | 'voice')[];
  /** Clinicians who will care for the client. */
  readonly clinicians: readonly MembershipId[];
  /** A person who has seen the likely doubles says that this is someone else. */
  readonly notADouble: boolean;
}

/**
 * Registers a client with contacts and consents.
 * @throws AppError `invalid` by field; `duplicate` with the ids of clients of the same name and birth date
 */
export async function registerClient(tx: PracticeTx, request: NewClient): Promise<ClientId> {
  checkFields(tx, request);
  if (!request.notADouble) await refuseDoubles(tx, request);
  const id = newId();
  const number = await tx.one<{ n: number }>`select kernel.next_number('client', 1001) as n`;
  await tx.rows('clients').insert({
    practice_id: tx.practiceId,
    id,
    record_number: number?.n ?? 0,
    first_name: request.firstName.trim(),
    last_name: request.lastName.trim(),
    preferred_name: request.preferredName,
    pronouns: request.pronouns,
    birth_date: request.birthDate,
    zone: request.zone,
    language: request.language,
    state: clientLife.table[''].register ?? 'active',
    created_at: toDate(tx.now),
    created_by: tx.actor,
  });
  await addContacts(tx, id, request);
  await addToCareTeam(tx, id, request.clinicians);
  tx.touch({ client: id, record: id, fields: ['name', 'birth_date', 'contacts', 'consents'] });
  await noteEvent(tx, { entity: 'client', refId: id, clientId: id, code: 'client.registered' });
  await tx.announce('client', id);
  return id;
}

function checkFields(tx: PracticeTx, request: NewClient): void {
  if (!request.firstName.trim()) throw invalid('/firstName', 'required');
  if (!request.lastName.trim()) throw invalid('/lastName', 'required');
  if (!isZone(request.zone)) throw invalid('/zone', 'zone_unknown');
  if (!isDay(request.birthDate)) throw invalid('/birthDate', 'day_malformed');
  if (request.birthDate > dayAt(tx.now, request.zone)) throw invalid('/birthDate', 'day_in_future');
  const kinds = new Set(request.contacts.map((contact) => contact.kind));
  if (request.consents.includes('sms') && !kinds.has('mobile')) throw invalid('/consents', 'consent_without_mobile');
  if (request.consents.includes('email') && !kinds.has('email')) throw invalid('/consents', 'consent_without_email');
}

async function refuseDoubles(tx: PracticeTx, request: NewClient): Promise<void> {
  const found = await tx.all<{ id: string }>`
    select id from clients where practice_id = ${tx.practiceId} and birth_date = ${request.birthDate}
       and lower(last_name) = ${request.lastName.trim().toLowerCase()} and lower(first_name) = ${request.firstName.trim().toLowerCase()} limit 5`;
  if (found.length > 0) throw new AppError('duplicate', { clientIds: found.map((one) => one.id) });
}

async function addContacts(tx: PracticeTx, clientId: ClientId, request: NewClient): Promise<void> {
  const row = { practice_id: tx.practiceId, client_id: clientId };
  const contacts = request.contacts.map((contact, n) => ({
    ...row,
    id: newId(),
    kind: contact.kind,
    value: normalContact(contact.kind, contact.value, `/contacts/${n}/value`),
    leave_message: contact.leaveMessage,
  }));
  if (contacts.length > 0) await tx.rows('client_contacts').insert(contacts);
  const consents = [...new Set(request.consents)].map((channel) => ({
    ...row,
    id: newId(),
    channel,
    granted_at: toDate(tx.now),
    source: 'front_desk' as const,
    granted_by: tx.actor,
  }));
  if (consents.length > 0) await tx.rows('message_consents').insert(consents);
}

/** From now on these clinicians see the client. Those who already do stay. */
export async function addToCareTeam(
  tx: PracticeTx,
  clientId: ClientId,
  clinicians: readonly MembershipId[],
): Promise<void> {
  if (clinicians.length === 0) return;
  await tx
    .rows('care_team')
    .insert(
      clinicians.map((membership) => ({
        practice_id: tx.practiceId,
        id: newId(),
        client_id: clientId,
        membership_id: membership,
        since: toDate(tx.now),
      })),
    )
    .onConflict(tx.rows.raw('(practice_id, client_id, membership_id) where ended_at is null'))
    .ignore();
}
