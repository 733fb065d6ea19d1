import { type Listing, paged } from '../database/listing';
import type { PracticeTx } from '../database/practice-tx';
import { type Instant, fromDate } from '../time/instant';

/** The next message of one appointment, as its workflow will send it. Those after it are planned when this one is done. */
export interface PlannedMessage {
  /** The appointment's: each has one next step. */
  readonly id: string;
  readonly version: number;
  readonly clientId: string;
  readonly clientName: string;
  readonly appointmentId: string;
  readonly kind: string;
  readonly channel: 'sms' | 'email';
  readonly due: Instant;
  readonly startsAt: Instant;
  /** It was tried and recorded nothing: it waits, and someone has been asked to look. */
  readonly paused: boolean;
}

interface Row {
  readonly id: string;
  readonly version: number;
  readonly client_id: string;
  readonly client_name: string;
  readonly step: string;
  readonly channel: 'sms' | 'email';
  readonly due_at: Date;
  readonly starts_at: Date;
  readonly paused: boolean;
  readonly total: number;
}

/** What goes out next, soonest first. */
export async function listPlannedMessages(
  tx: PracticeTx,
  filter: { readonly ids?: readonly string[] | undefined; readonly channel?: 'sms' | 'email' | undefined },
  listing: Listing,
): Promise<{ readonly rows: readonly PlannedMessage[]; readonly total: number }> {
  const latestFirst = listing.order === 'DESC';
  const { rows, total } = await paged(
    listing,
    (limit, offset) => tx.all<Row>`
    select a.id, a.version, a.client_id, coalesce(c.preferred_name, c.first_name) || ' ' || c.last_name as client_name,
           n.step, n.params->>'channel' as channel, n.due_at, a.starts_at, coalesce(n.paused_until > ${new Date(tx.now)}, false) as paused,
           count(*) over () as total
      from next_steps n
      join appointments a on a.practice_id = n.practice_id and a.id = n.id
      join clients c on c.practice_id = a.practice_id and c.id = a.client_id
     where n.practice_id = ${tx.practiceId} and n.kind = 'step' and n.due_at is not null and n.params->>'channel' is not null and n.step <> 'settle'
       and (${filter.ids ?? null}::uuid[] is null or a.id = any (${filter.ids ?? null}::uuid[]))
       and (${filter.channel ?? null}::text is null or n.params->>'channel' = ${filter.channel ?? null})
     order by case when ${latestFirst} then n.due_at end desc, n.due_at, a.id limit ${limit} offset ${offset}`,
  );
  return {
    total,
    rows: rows.map((row) => ({
      id: row.id,
      version: row.version,
      clientId: row.client_id,
      clientName: row.client_name,
      appointmentId: row.id,
      kind: row.step,
      channel: row.channel,
      due: fromDate(row.due_at),
      startsAt: fromDate(row.starts_at),
      paused: row.paused,
    })),
  };
}
