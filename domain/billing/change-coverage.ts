import type { SubscriberFacts } from '../claims/claim-content';
import type { PracticeTx } from '../database/practice-tx';
import type { AuthorizationsRow, CoveragesRow } from '../database/tables.generated';
import { AppError, invalid } from '../problems';
import { addDays } from '../time/wall-time';
import { type NewCoverage, coveragesChanged, guardCoverage, insertCoverage, noteCoverage } from './coverage';

interface Seen {
  readonly id: string;
  readonly version: number;
}

type Given<T> = { readonly [Key in keyof T]?: T[Key] | undefined };

/**
 * Changes an insurance, or ends it by its last day. Claims that were sent with it stay as they were sent.
 * @throws AppError `not_found`, `stale_version`, `duplicate` where another of its rank holds on a day of it, `invalid`
 */
export async function changeCoverage(
  tx: PracticeTx,
  request: Seen & { readonly change: CoverageChange },
): Promise<void> {
  const row = await lockedRow<CoveragesRow>(tx, 'coverages', request);
  await changeRow(tx, row, request.change);
  await coveragesChanged(tx, row.client_id);
}

type CoverageChange = Given<Omit<NewCoverage, 'clientId'>>;

async function changeRow(tx: PracticeTx, row: CoveragesRow, change: CoverageChange): Promise<void> {
  const next = {
    relationship: change.relationship ?? row.relationship,
    subscriber: change.subscriber === undefined ? (row.subscriber as SubscriberFacts | null) : change.subscriber,
    fromDay: change.fromDay ?? row.from_day,
    untilDay: change.untilDay === undefined ? row.until_day : change.untilDay,
  };
  guardCoverage(next);
  await tx
    .rows('coverages')
    .where({ practice_id: tx.practiceId, id: row.id })
    .update({
      ...given({
        payer_id: change.payerId,
        rank: change.rank,
        member_id: change.memberId,
        group_number: change.groupNumber,
        plan_name: change.planName,
        copay_cents: change.copayCents,
      }),
      relationship: next.relationship,
      subscriber: next.subscriber ? JSON.stringify(next.subscriber) : null,
      from_day: next.fromDay,
      until_day: next.untilDay,
      version: row.version + 1,
    });
  await noteCoverage(tx, { id: row.id, clientId: row.client_id }, 'coverage.changed');
}

/**
 * Puts a new insurance in the place of one: that one ends the day before, so that each day has one of the rank. Answers the new
 * one's id.
 * @throws AppError `not_found`, `stale_version`, `invalid` where the new one does not begin after the old, `duplicate`
 */
export async function replaceCoverage(
  tx: PracticeTx,
  request: Seen & { readonly by: Omit<NewCoverage, 'clientId' | 'rank'> },
): Promise<string> {
  const { by } = request;
  const row = await lockedRow<CoveragesRow>(tx, 'coverages', request);
  if (by.fromDay <= row.from_day) throw invalid('/fromDay', 'day_before_other');
  const last = addDays(by.fromDay, -1);
  if (row.until_day === null || row.until_day > last) await changeRow(tx, row, { untilDay: last });
  const id = await insertCoverage(tx, { ...by, clientId: row.client_id, rank: row.rank as NewCoverage['rank'] });
  await coveragesChanged(tx, row.client_id);
  return id;
}

/** Changes what a payer has agreed to. @throws AppError `not_found`, `stale_version`, `invalid` */
export async function changeAuthorization(
  tx: PracticeTx,
  request: Seen & {
    readonly change: Given<{
      readonly number: string;
      readonly fromDay: string;
      readonly untilDay: string;
      readonly visits: number | null;
    }>;
  },
): Promise<void> {
  const row = await lockedRow<AuthorizationsRow>(tx, 'authorizations', request);
  const { change } = request;
  const days = { from_day: change.fromDay ?? row.from_day, until_day: change.untilDay ?? row.until_day };
  if (days.until_day < days.from_day) throw invalid('/untilDay', 'day_before_other');
  await tx
    .rows('authorizations')
    .where({ practice_id: tx.practiceId, id: row.id })
    .update({ ...given({ number: change.number, visits: change.visits }), ...days, version: row.version + 1 });
  tx.touch({ client: row.client_id, record: row.id, fields: ['authorization'] });
  await tx.announce('client', row.client_id);
}

const given = (columns: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));

async function lockedRow<Row extends { readonly version: number }>(
  tx: PracticeTx,
  table: 'coverages' | 'authorizations',
  { id, version }: Seen,
): Promise<Row> {
  const row = (await tx.rows(table).where({ practice_id: tx.practiceId, id }).forUpdate().first()) as Row | undefined;
  if (!row) throw new AppError('not_found');
  if (row.version !== version) throw new AppError('stale_version', { version: row.version });
  return row;
}
