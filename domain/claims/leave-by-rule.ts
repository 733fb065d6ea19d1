import type { PracticeTx } from '../database/practice-tx';
import { wasInserted } from '../database/was-inserted';
import { newId } from '../ids';
import { isCovered } from '../practice/agreements';
import { practiceZone } from '../practice/today';
import { AppError } from '../problems';
import type { Instant } from '../time/instant';
import type { Day } from '../time/wall-time';
import { type Departure, dueDeparture, lastDeparture, nextDeparture } from './departure';
import { submitClaims } from './submit-claims';

/** At which time of the day ready claims leave by themselves, as people see it. */
export interface DepartureRecord {
  /** 0: nobody has said yet. */
  readonly version: number;
  readonly minute: number | null;
  readonly next: Instant | null;
}

interface Row {
  readonly id: string;
  readonly minute: number | null;
  readonly done_day: Day | null;
  readonly version: number;
}

export async function readDeparture(tx: PracticeTx): Promise<DepartureRecord> {
  const row = await tx.one<Row>`
    select id, minute, done_day::text, version from claim_departures where practice_id = ${tx.practiceId}`;
  const next = row ? nextDeparture(departureOf(row), tx.now, await practiceZone(tx)) : null;
  return { version: row?.version ?? 0, minute: row?.minute ?? null, next };
}

/**
 * From here on ready claims leave at this time of the day; null: only when somebody sends them. A time that is over today is
 * tomorrow's.
 * @throws AppError `stale_version` where another version is there than the one seen (0: none was)
 */
export async function setDeparture(
  tx: PracticeTx,
  request: { readonly version: number; readonly minute: number | null },
): Promise<void> {
  const before = await tx.one<Row>`
    select id, minute, done_day::text, version from claim_departures where practice_id = ${tx.practiceId} for update`;
  const version = before?.version ?? 0;
  if (request.version !== version) throw new AppError('stale_version', { version });
  const { minute } = request;
  const id = before?.id ?? newId();
  // what is over when the time is set counts as done
  const said = { minute, done_day: minute === null ? null : lastDeparture(minute, tx.now, await practiceZone(tx)) };
  const of = { practice_id: tx.practiceId, id };
  const departures = tx.rows('claim_departures');
  if (before) await departures.where(of).update({ ...said, version: version + 1 });
  else if (
    !(await wasInserted(
      departures
        .insert({ ...of, ...said })
        .onConflict(['practice_id'])
        .ignore(),
    ))
  )
    throw new AppError('stale_version'); // somebody else said it first, at the same moment
  tx.touch({ record: id, fields: ['minute'] });
  await tx.announce('practice', tx.practiceId);
}

/** Whether it is time, and the clearinghouse may have the claims: a look that changes nothing. */
export async function mayLeaveNow(tx: PracticeTx, vendor: string): Promise<boolean> {
  const row = await tx.one<Row>`
    select id, minute, done_day::text, version from claim_departures where practice_id = ${tx.practiceId} and minute is not null`;
  if (!row || dueDeparture(departureOf(row), tx.now, await practiceZone(tx)) === undefined) return false;
  return isCovered(tx, vendor);
}

/**
 * The claims that are ready leave in the practice's own name, where it is their time; once for each day, however many come at the
 * same moment. Answers how many batches were opened.
 */
export async function leaveByRule(tx: PracticeTx, vendor: string): Promise<number> {
  const row = await tx.one<Row>`
    select id, minute, done_day::text, version from claim_departures where practice_id = ${tx.practiceId} for update`;
  const day = row && dueDeparture(departureOf(row), tx.now, await practiceZone(tx));
  if (day === undefined || !(await isCovered(tx, vendor))) return 0;
  let batches = 0;
  for (let opened = await submitClaims(tx); ; opened = await submitClaims(tx)) {
    if (opened.id !== undefined) batches += 1;
    else if (opened.blocked.length === 0) break; // where all of a batch were kept back, others may stand behind them
  }
  await tx
    .rows('claim_departures')
    .where({ practice_id: tx.practiceId, id: row?.id ?? '' })
    .update({ done_day: day });
  return batches;
}

const departureOf = ({ minute, done_day: doneDay }: Row): Departure => ({ minute, doneDay });
