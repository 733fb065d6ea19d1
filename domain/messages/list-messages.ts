import { type Listing, paged } from '../database/listing';
import type { PracticeTx } from '../database/practice-tx';
import { AppError } from '../problems';
import { type Instant, fromDate } from '../time/instant';
import type { MessageState } from './message-state';

export interface ListedMessage {
  readonly id: string;
  readonly version: number;
  readonly clientId: string;
  readonly clientName: string;
  readonly appointmentId: string | null;
  readonly kind: string;
  readonly channel: 'sms' | 'email';
  readonly state: MessageState;
  readonly reason: string | null;
  readonly to: string | null;
  readonly subject: string | null;
  readonly body: string | null;
  readonly sendNo: number;
  readonly createdAt: Instant;
  readonly settledAt: Instant | null;
  readonly deliveredAt: Instant | null;
  readonly failedAt: Instant | null;
  readonly nextAt: Instant | null;
  readonly orderedBy: string | null;
}

export interface MessageFilter {
  readonly ids?: readonly string[] | undefined;
  readonly appointmentId?: string | undefined;
  readonly clientId?: string | undefined;
  readonly states?: readonly MessageState[] | undefined;
  readonly channel?: 'sms' | 'email' | undefined;
  /** Failed on the way, refused or unknown: what a person should look at. */
  readonly trouble?: boolean | undefined;
}

interface Row {
  readonly id: string;
  readonly version: number;
  readonly client_id: string;
  readonly client_name: string;
  readonly appointment_id: string | null;
  readonly kind: string;
  readonly channel: 'sms' | 'email';
  readonly state: MessageState;
  readonly reason: string | null;
  readonly to_address: string | null;
  readonly subject: string | null;
  readonly body: string | null;
  readonly send_no: number;
  readonly created_at: Date;
  readonly settled_at: Date | null;
  readonly delivered_at: Date | null;
  readonly failed_at: Date | null;
  readonly next_at: Date | null;
  readonly ordered_by: string | null;
  readonly total: number;
}

const maybe = (date: Date | null): Instant | null => (date === null ? null : fromDate(date));

/** Messages by when they were made. The link in a text is not shown: whoever has it could confirm. */
export async function listMessages(
  tx: PracticeTx,
  filter: MessageFilter,
  listing: Listing,
): Promise<{ readonly rows: readonly ListedMessage[]; readonly total: number }> {
  const ascending = listing.order === 'ASC';
  const { rows, total } = await paged(
    listing,
    (limit, offset) => tx.all<Row>`
    select m.*, coalesce(c.preferred_name, c.first_name) || ' ' || c.last_name as client_name, count(*) over () as total
      from messages m join clients c on c.practice_id = m.practice_id and c.id = m.client_id
     where m.practice_id = ${tx.practiceId}
       and (${filter.ids ?? null}::uuid[] is null or m.id = any (${filter.ids ?? null}::uuid[]))
       and (${filter.appointmentId ?? null}::uuid is null or m.appointment_id = ${filter.appointmentId ?? null})
       and (${filter.clientId ?? null}::uuid is null or m.client_id = ${filter.clientId ?? null})
       and (${filter.states ?? null}::text[] is null or m.state = any (${filter.states ?? null}::text[]))
       and (${filter.channel ?? null}::text is null or m.channel = ${filter.channel ?? null})
       and (not ${filter.trouble ?? false} or m.state in ('refused', 'unknown') or m.failed_at is not null)
     order by case when ${ascending} then m.created_at end, case when ${ascending} then m.id end, m.created_at desc, m.id desc limit ${limit} offset ${offset}`,
  );
  return { rows: rows.map(listed), total };
}

/** @throws AppError `not_found` */
export async function readMessage(tx: PracticeTx, id: string): Promise<ListedMessage> {
  const { rows } = await listMessages(tx, { ids: [id] }, { order: 'DESC', offset: 0, limit: 1 });
  const [message] = rows;
  if (!message) throw new AppError('not_found');
  return message;
}

const listed = (row: Row): ListedMessage => ({
  id: row.id,
  version: row.version,
  clientId: row.client_id,
  clientName: row.client_name,
  appointmentId: row.appointment_id,
  kind: row.kind,
  channel: row.channel,
  state: row.state,
  reason: row.reason,
  to: row.to_address,
  subject: row.subject,
  body: row.body === null ? null : row.body.replaceAll('{link}', '…'),
  sendNo: row.send_no,
  createdAt: fromDate(row.created_at),
  settledAt: maybe(row.settled_at),
  deliveredAt: maybe(row.delivered_at),
  failedAt: maybe(row.failed_at),
  nextAt: maybe(row.next_at),
  orderedBy: row.ordered_by,
});
