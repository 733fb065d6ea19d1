import { type Listing, paged } from '../database/listing';
import type { PracticeTx } from '../database/practice-tx';
import { practiceOf } from '../practice/policy';
import { AppError } from '../problems';
import { type AppointmentState } from '../schedule/appointment-state';
import { freeUntil } from '../schedule/late-cancellation';
import { fromDate, type Instant, toDate } from '../time/instant';

export interface OwnAppointment {
  readonly id: string;
  readonly version: number;
  readonly clientId: string;
  readonly clientName: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly minutes: number;
  readonly zone: string;
  readonly clinicianName: string;
  readonly modality: 'office' | 'telehealth';
  readonly state: AppointmentState;
  readonly changeFreeUntil: Instant;
}

interface Row {
  readonly id: string;
  readonly version: number;
  readonly client_id: string;
  readonly client_name: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly zone: string;
  readonly display_name: string;
  readonly modality: 'office' | 'telehealth';
  readonly state: AppointmentState;
  readonly total: number;
}

/** What a client sees of her appointments, by their start. */
export async function listOwnAppointments(
  tx: PracticeTx,
  filter: { readonly ahead?: boolean | undefined; readonly id?: string | undefined },
  listing: Listing,
): Promise<{ readonly rows: readonly OwnAppointment[]; readonly total: number }> {
  const { policy } = await practiceOf(tx);
  const ahead = filter.ahead ?? false;
  const ascending = listing.order === 'ASC';
  const { rows, total } = await paged(
    listing,
    (limit, offset) => tx.all<Row>`
    select a.id, a.version, a.client_id, coalesce(c.preferred_name, c.first_name) as client_name, a.starts_at, a.ends_at, a.zone, s.display_name, a.modality, a.state,
           count(*) over () as total
      from appointments a
      join clients c on c.practice_id = a.practice_id and c.id = a.client_id
      join staff s on s.practice_id = a.practice_id and s.id = a.clinician_id
     where a.practice_id = ${tx.practiceId}
       and (${filter.id ?? null}::uuid is null or a.id = ${filter.id ?? null})
       and (not ${ahead} or a.ends_at > ${toDate(tx.now)} and a.state in ('requested', 'scheduled', 'confirmed', 'arrived', 'in_session'))
     order by case when ${ascending} then a.starts_at end, a.starts_at desc, a.id limit ${limit} offset ${offset}`,
  );
  return {
    total,
    rows: rows.map((row) => ({
      id: row.id,
      version: row.version,
      clientId: row.client_id,
      clientName: row.client_name,
      startsAt: fromDate(row.starts_at),
      endsAt: fromDate(row.ends_at),
      minutes: Math.round((row.ends_at.getTime() - row.starts_at.getTime()) / 60_000),
      zone: row.zone,
      clinicianName: row.display_name,
      modality: row.modality,
      state: row.state,
      changeFreeUntil: freeUntil(fromDate(row.starts_at), policy),
    })),
  };
}

/** @throws AppError `not_found` */
export async function readOwnAppointment(tx: PracticeTx, id: string): Promise<OwnAppointment> {
  const { rows } = await listOwnAppointments(tx, { id }, { order: 'ASC', offset: 0, limit: 1 });
  const [row] = rows;
  if (!row) throw new AppError('not_found');
  return row;
}
