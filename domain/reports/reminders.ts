import type { PracticeTx } from '../database/practice-tx';
import { practiceZone } from '../practice/today';
import { toDate } from '../time/instant';
import { type Day, dayRange } from '../time/wall-time';
import { dayOfReport, yearUntil } from './period';
import { type ReminderChannel, type ReminderFate, reminderChannels, reminderFates } from './report-codes';

type Fates = Readonly<Record<ReminderFate, number>>;
type Channels = Readonly<Record<ReminderChannel, Fates>>;

interface Reminders {
  readonly asOf: Day;
  /** Oldest first, twelve. */
  readonly months: readonly { readonly month: string; readonly channels: Channels }[];
}

interface Row {
  /** 1 is the first month. */
  readonly month: number;
  readonly channel: ReminderChannel;
  readonly fate: ReminderFate;
  readonly count: number;
}

/**
 * What became of the reminders of twelve months until a day, as is known of them now; by the day on which each was due. One that
 * is still under way is not counted, and a notice that an appointment is off reminds nobody.
 */
export async function readReminders(tx: PracticeTx, of: { readonly asOf?: Day | undefined }): Promise<Reminders> {
  const asOf = await dayOfReport(tx, of.asOf);
  const { months } = yearUntil(asOf);
  const zone = await practiceZone(tx);
  const begins = months.map((month) => toDate(dayRange(`${month}-01`, zone).from));
  const rows = await tx.all<Row>`
    select width_bucket(m.created_at, ${begins}::timestamptz[]) as month, m.channel,
           case when m.state = 'skipped' then 'left_out'
                when m.state in ('refused', 'unknown') or m.failed_at is not null then 'failed'
                when m.delivered_at is not null then 'delivered' else 'sent' end as fate,
           count(*)::int as count
      from messages m
     where m.practice_id = ${tx.practiceId} and m.kind <> 'notice' and m.state in ('sent', 'refused', 'unknown', 'skipped')
       and m.created_at >= ${begins[0] ?? null} and m.created_at < ${toDate(dayRange(asOf, zone).to)}
     group by 1, 2, 3`;
  return {
    asOf,
    months: months.map((month, index) => ({
      month,
      channels: channelsOf(rows.filter((row) => row.month === index + 1)),
    })),
  };
}

function channelsOf(rows: readonly Row[]): Channels {
  const countOf = (channel: ReminderChannel, fate: ReminderFate) =>
    rows.find((row) => row.channel === channel && row.fate === fate)?.count ?? 0;
  const fatesOf = (channel: ReminderChannel) =>
    Object.fromEntries(reminderFates.map((fate) => [fate, countOf(channel, fate)])) as Fates;
  return Object.fromEntries(reminderChannels.map((channel) => [channel, fatesOf(channel)])) as Channels;
}
