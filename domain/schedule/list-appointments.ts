import { type Listing, orderSql, paged } from '../database/listing';
import type { Bound, PracticeTx } from '../database/practice-tx';
import type { Day } from '../time/wall-time';
import { dayRange } from '../time/wall-time';
import { practiceOf } from '../practice/policy';
import { type Instant, addHours, fromDate, toDate } from '../time/instant';
import type { VisitState } from '../visits/visit-state';
import type { AppointmentState } from './appointment-state';

/** An appointment as lists and boards show it: codes, ids and instants; words come at the edge. */
export interface ListedAppointment {
  readonly id: string;
  readonly version: number;
  readonly clientId: string;
  readonly clientName: string;
  readonly pronouns: string | null;
  readonly clinicianId: string;
  readonly clinicianName: string;
  readonly colour: number;
  readonly typeId: string;
  readonly typeName: string;
  readonly roomId: string | null;
  readonly roomName: string | null;
  readonly modality: 'office' | 'telehealth';
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly localStart: string;
  readonly zone: string;
  readonly minutes: number;
  readonly state: AppointmentState;
  readonly occurrence: number;
  readonly firstVisit: boolean;
  readonly cancelKind: 'in_time' | 'late' | null;
  readonly visit: ListedVisit | null;
  readonly next: ListedStep | null;
  /** When the client comes next after this one; null when nothing is booked. */
  readonly nextVisitAt: Instant | null;
  /** A message to this client about this appointment that a person should know of. */
  readonly messageTrouble: 'refused' | 'unknown' | null;
}

export interface ListedVisit {
  readonly id: string;
  readonly version: number;
  readonly state: VisitState;
  readonly arrivedAt: Instant;
  readonly seenAt: Instant | null;
  readonly beganAt: Instant | null;
  readonly endedAt: Instant | null;
  /** How far its note is, for those who may see notes; null also where nobody has begun one. */
  readonly note: 'draft' | 'signed' | null;
}

export interface ListedStep {
  readonly step: string;
  readonly due: Instant | null;
  readonly channel: string | null;
  readonly paused: boolean;
}

export interface AppointmentFilter {
  readonly ids?: readonly string[] | undefined;
  readonly day?: Day | undefined;
  /** A window of instants: calendars of a week or month. */
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
  /** Whatever has a part in a window: also what began before it. */
  readonly touching?: { readonly from: Instant; readonly to: Instant } | undefined;
  /** Clinicians and rooms, any of them. */
  readonly resourceIds?: readonly string[] | undefined;
  readonly clinicianId?: string | undefined;
  readonly clientId?: string | undefined;
  readonly states?: readonly AppointmentState[] | undefined;
  /** Visits that took place and whose note is not signed. Only who may see notes may ask: to others every note is none. */
  readonly unsigned?: boolean | undefined;
}

/** Appointments in the order of their start, as far as the caller may see them. */
export async function listAppointments(
  tx: PracticeTx,
  filter: AppointmentFilter,
  listing: Listing,
): Promise<{ readonly rows: readonly ListedAppointment[]; readonly total: number }> {
  const { clause, values } = await where(tx, filter);
  const order = orderSql(listing);
  const sql = `${columns}, count(*) over () as total ${from} where ${clause} order by a.starts_at ${order}, a.id ${order} limit ? offset ?`;
  const { rows, total } = await paged(listing, async (limit, offset) => {
    const answer = await tx.rows.raw<{ rows: (Row & { total: number })[] }>(sql, [...values, limit, offset] as never);
    return answer.rows;
  });
  return { rows: rows.map(listed), total };
}

async function where(tx: PracticeTx, filter: AppointmentFilter): Promise<{ clause: string; values: readonly Bound[] }> {
  const parts: [string, Bound][] = [['a.practice_id = ?', tx.practiceId]];
  if (filter.ids) parts.push(['a.id = any(?::uuid[])', filter.ids]);
  if (filter.day) {
    const range = dayRange(filter.day, (await practiceOf(tx)).zone);
    parts.push(['a.starts_at >= ?', toDate(range.from)], ['a.starts_at < ?', toDate(range.to)]);
  }
  if (filter.from !== undefined) parts.push(['a.starts_at >= ?', toDate(filter.from)]);
  if (filter.to !== undefined) parts.push(['a.starts_at < ?', toDate(filter.to)]);
  if (filter.touching) {
    const { from: begin, to } = filter.touching;
    // none is as long as a day: where the index has to begin
    parts.push(['a.starts_at > ?', toDate(addHours(begin, -24))], ['a.starts_at < ?', toDate(to)]);
    parts.push(['a.ends_at > ?', toDate(begin)]);
  }
  if (filter.resourceIds) parts.push(['array[a.clinician_id, a.room_id] && ?::uuid[]', filter.resourceIds]);
  if (filter.clinicianId) parts.push(['a.clinician_id = ?', filter.clinicianId]);
  if (filter.clientId) parts.push(['a.client_id = ?', filter.clientId]);
  if (filter.states) parts.push(['a.state = any(?)', filter.states]);
  if (filter.unsigned)
    parts.push([`a.state = 'completed' and v.id is not null and o.state is distinct from ?`, 'signed']);
  return { clause: parts.map(([clause]) => clause).join(' and '), values: parts.map(([, value]) => value) };
}

// The next visit compares client and start as one row, which only the index by client can answer: before a fresh table has
// statistics, Postgres would rather go through everybody's later appointments, once for each row.
const columns = `
  select a.id, a.version, a.client_id, coalesce(c.preferred_name, c.first_name) || ' ' || c.last_name as client_name, c.pronouns, a.clinician_id,
         s.short_name, s.colour, a.type_id, t.name as type_name, a.room_id, r.name as room_name, a.modality, a.starts_at, a.ends_at, a.local_start, a.zone,
         a.state, a.occurrence, a.cancel_kind,
         not exists (select 1 from visits p where p.practice_id = a.practice_id and p.client_id = a.client_id and p.state in ('in_session', 'checkout', 'done') and p.appointment_id <> a.id) as first_visit,
         v.id as visit_id, v.version as visit_version, v.state as visit_state, v.arrived_at, v.seen_at, v.began_at, v.ended_at, o.state as note_state,
         (select min(f.starts_at) from appointments f where f.practice_id = a.practice_id and f.client_id = a.client_id
             and (f.client_id, f.starts_at) > (a.client_id, a.starts_at) and f.id <> a.id and f.state in ('scheduled', 'confirmed')) as next_visit_at,
         n.kind as next_kind, n.step, n.due_at, n.params->>'channel' as channel, n.paused_until,
         (select case when bool_or(m.state = 'unknown') then 'unknown' else 'refused' end from messages m
           where m.practice_id = a.practice_id and m.appointment_id = a.id and m.occurrence = a.occurrence and (m.state in ('refused', 'unknown') or m.failed_at is not null)
          having count(*) > 0) as message_trouble`;
const from = `
    from appointments a
    join clients c on c.practice_id = a.practice_id and c.id = a.client_id
    join staff s on s.practice_id = a.practice_id and s.id = a.clinician_id
    join appointment_types t on t.practice_id = a.practice_id and t.id = a.type_id
    left join rooms r on r.practice_id = a.practice_id and r.id = a.room_id
    left join visits v on v.practice_id = a.practice_id and v.appointment_id = a.id and v.state <> 'left'
    left join notes o on o.practice_id = v.practice_id and o.visit_id = v.id
    left join next_steps n on n.practice_id = a.practice_id and n.id = a.id`;

interface Row {
  readonly id: string;
  readonly version: number;
  readonly client_id: string;
  readonly client_name: string;
  readonly pronouns: string | null;
  readonly clinician_id: string;
  readonly short_name: string;
  readonly colour: number;
  readonly type_id: string;
  readonly type_name: string;
  readonly room_id: string | null;
  readonly room_name: string | null;
  readonly modality: 'office' | 'telehealth';
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly local_start: string;
  readonly zone: string;
  readonly state: AppointmentState;
  readonly occurrence: number;
  readonly cancel_kind: 'in_time' | 'late' | null;
  readonly first_visit: boolean;
  readonly visit_id: string | null;
  readonly visit_version: number;
  readonly visit_state: VisitState;
  readonly note_state: 'draft' | 'signed' | null;
  readonly arrived_at: Date;
  readonly seen_at: Date | null;
  readonly began_at: Date | null;
  readonly ended_at: Date | null;
  readonly next_visit_at: Date | null;
  readonly next_kind: string | null;
  readonly step: string | null;
  readonly due_at: Date | null;
  readonly channel: string | null;
  readonly paused_until: Date | null;
  readonly message_trouble: 'refused' | 'unknown' | null;
}

const maybe = (date: Date | null): Instant | null => (date === null ? null : fromDate(date));

function listed(row: Row): ListedAppointment {
  return {
    id: row.id,
    version: row.version,
    clientId: row.client_id,
    clientName: row.client_name,
    pronouns: row.pronouns,
    clinicianId: row.clinician_id,
    clinicianName: row.short_name,
    colour: row.colour,
    typeId: row.type_id,
    typeName: row.type_name,
    roomId: row.room_id,
    roomName: row.room_name,
    modality: row.modality,
    startsAt: fromDate(row.starts_at),
    endsAt: fromDate(row.ends_at),
    localStart: row.local_start.slice(0, 16),
    zone: row.zone,
    minutes: Math.round((row.ends_at.getTime() - row.starts_at.getTime()) / 60_000),
    state: row.state,
    occurrence: row.occurrence,
    firstVisit: row.first_visit,
    cancelKind: row.cancel_kind,
    visit: row.visit_id === null ? null : visitOf(row, row.visit_id),
    next:
      row.step === null
        ? null
        : { step: row.step, due: maybe(row.due_at), channel: row.channel, paused: row.paused_until !== null },
    nextVisitAt: maybe(row.next_visit_at),
    messageTrouble: row.message_trouble,
  };
}

const visitOf = (row: Row, id: string): ListedVisit => ({
  id,
  version: row.visit_version,
  state: row.visit_state,
  arrivedAt: fromDate(row.arrived_at),
  seenAt: maybe(row.seen_at),
  beganAt: maybe(row.began_at),
  endedAt: maybe(row.ended_at),
  note: row.note_state,
});
