import type { PracticeTx } from '../database/practice-tx';
import { practiceOf } from '../practice/policy';
import { AppError } from '../problems';
import { confirmAppointment } from '../schedule/confirm-appointment';
import type { AppointmentState } from '../schedule/appointment-state';
import { freeUntil } from '../schedule/late-cancellation';
import { addHours, fromDate, type Instant, toDate } from '../time/instant';

/** As little as serves whoever holds the phone: when, where, with whom by the name on the door. No client's name. */
export interface LinkedAppointment {
  readonly id: string;
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly clinicianName: string;
  readonly modality: 'office' | 'telehealth';
  readonly state: AppointmentState;
  readonly changeFreeUntil: Instant;
  /** The link's own message spoke of this one. */
  readonly linked: boolean;
  /** What the message said has changed since: another time, or it is off. */
  readonly changedSince: boolean;
}

export interface LinkPage {
  readonly clientId: string;
  readonly practiceName: string;
  readonly phone: string | null;
  readonly zone: string;
  readonly language: 'en' | 'es';
  readonly appointments: readonly LinkedAppointment[];
}

/** A link ends with its appointment, give or take a day. */
const afterHours = 24;

interface Source {
  readonly client_id: string;
  readonly appointment_id: string | null;
  readonly occurrence: number;
  readonly language: 'en' | 'es';
  readonly ends_at: Date | null;
}

/**
 * What a link from a message shows: the appointment it spoke of as it is now, and the others ahead. A link that is older than
 * what is true says what is true.
 * @throws AppError `not_found`, `link_expired` with the practice's name and phone: whom to call instead
 */
export async function linkPage(tx: PracticeTx, messageId: string): Promise<LinkPage> {
  const source = await sourceOf(tx, messageId);
  const practice = await practiceOf(tx);
  const rows = await tx.all<{
    id: string;
    starts_at: Date;
    ends_at: Date;
    short_name: string;
    modality: 'office' | 'telehealth';
    state: AppointmentState;
    occurrence: number;
  }>`
    select a.id, a.starts_at, a.ends_at, s.display_name as short_name, a.modality, a.state, a.occurrence
      from appointments a join staff s on s.practice_id = a.practice_id and s.id = a.clinician_id
     where a.practice_id = ${tx.practiceId} and a.client_id = ${source.client_id}
       and (a.id = ${source.appointment_id} or a.starts_at > ${toDate(tx.now)} and a.state in ('scheduled', 'confirmed'))
     order by a.id = ${source.appointment_id} desc, a.starts_at limit 20`;
  tx.touch({ client: source.client_id });
  return {
    clientId: source.client_id,
    practiceName: practice.name,
    phone: practice.phone,
    zone: practice.zone,
    language: source.language,
    appointments: rows.map((row) => {
      const linked = row.id === source.appointment_id;
      return {
        id: row.id,
        startsAt: fromDate(row.starts_at),
        minutes: Math.round((row.ends_at.getTime() - row.starts_at.getTime()) / 60_000),
        clinicianName: row.short_name,
        modality: row.modality,
        state: row.state,
        changeFreeUntil: freeUntil(fromDate(row.starts_at), practice.policy),
        linked,
        changedSince: linked && row.occurrence !== source.occurrence,
      };
    }),
  };
}

/**
 * Confirms one of the appointments that the link shows.
 * @throws AppError `not_found`, `link_expired`, `wrong_state`
 */
export async function confirmByLink(tx: PracticeTx, messageId: string, appointmentId: string): Promise<void> {
  const source = await sourceOf(tx, messageId);
  const own =
    await tx.one`select 1 from appointments where practice_id = ${tx.practiceId} and id = ${appointmentId} and client_id = ${source.client_id}`;
  if (!own) throw new AppError('not_found');
  await confirmAppointment(tx, { id: appointmentId, by: 'client' });
}

async function sourceOf(tx: PracticeTx, messageId: string): Promise<Source> {
  const source = await tx.one<Source>`
    select m.client_id, m.appointment_id, m.occurrence, c.language, a.ends_at
      from messages m join clients c on c.practice_id = m.practice_id and c.id = m.client_id
      left join appointments a on a.practice_id = m.practice_id and a.id = m.appointment_id
     where m.practice_id = ${tx.practiceId} and m.id = ${messageId}`;
  if (!source) throw new AppError('not_found');
  if (source.ends_at && tx.now > addHours(fromDate(source.ends_at), afterHours)) {
    const { name, phone } = await practiceOf(tx);
    throw new AppError('link_expired', { practiceName: name, phone, language: source.language });
  }
  return source;
}
