import { createHash } from 'node:crypto';
import type { PracticeTx } from '../database/practice-tx';
import { insertedRows } from '../database/was-inserted';
import { type AppointmentId, type ClientId, newId } from '../ids';
import { type Instant, toDate, toIso } from '../time/instant';

/** Someone or something whose time is held, from the first instant up to, not including, the last. */
export interface Hold {
  readonly resourceId: string;
  readonly from: Instant;
  readonly to: Instant;
}

export interface Busy extends Hold {
  readonly lane: number;
  readonly appointmentId: AppointmentId | null;
}

/**
 * Locks the days of all resources, in one order for everybody, until the transaction ends. A look in the same statement would
 * still see the snapshot from before the wait, so looking is a statement of its own.
 */
export async function lockTime(tx: PracticeTx, holds: readonly Hold[]): Promise<void> {
  const keys = new Set<bigint>();
  for (const hold of holds)
    for (const at of [hold.from, hold.to]) {
      const text = `${tx.practiceId}|${hold.resourceId}|${toIso(at).slice(0, 10)}`;
      keys.add(createHash('sha256').update(text).digest().readBigInt64BE());
    }
  const sorted = [...keys].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)).map(String);
  await tx.all`select pg_advisory_xact_lock(k) from unnest(${sorted}::bigint[]) k`;
}

interface BusyRow {
  readonly resource_id: string;
  readonly lane: number;
  readonly from_ms: number;
  readonly to_ms: number;
  readonly appointment_id: string | null;
}

/** What is taken in a window, whatever the caller may otherwise see. */
export async function busyTimes(
  tx: PracticeTx,
  resources: readonly string[],
  from: Instant,
  to: Instant,
): Promise<readonly Busy[]> {
  const rows = await tx.all<BusyRow>`
    select resource_id, lane, (extract(epoch from lower(during)) * 1000)::float8 as from_ms, (extract(epoch from upper(during)) * 1000)::float8 as to_ms, appointment_id
      from kernel.busy(${[...resources]}::uuid[], ${toDate(from)}, ${toDate(to)})`;
  return rows.map((row) => ({
    resourceId: row.resource_id,
    lane: row.lane,
    from: row.from_ms as Instant,
    to: row.to_ms as Instant,
    appointmentId: row.appointment_id,
  }));
}

/** The holds that are in the way of others, leaving out those of the appointment that is being moved. */
export async function inTheWay(
  tx: PracticeTx,
  holds: readonly Hold[],
  except: AppointmentId | null,
): Promise<readonly Busy[]> {
  const from = Math.min(...holds.map((hold) => hold.from)) as Instant;
  const to = Math.max(...holds.map((hold) => hold.to)) as Instant;
  const busy = await busyTimes(
    tx,
    holds.map((hold) => hold.resourceId),
    from,
    to,
  );
  return busy.filter((taken) => taken.appointmentId !== except && holds.some((hold) => overlap(hold, taken)));
}

const overlap = (a: Hold, b: Hold): boolean => a.resourceId === b.resourceId && a.from < b.to && b.from < a.to;

/**
 * Holds the time, all of it or nothing: false when somebody else has any of it. `lanes` says per resource which lane to take;
 * only a permitted double booking takes another than the first.
 */
export async function takeTime(
  tx: PracticeTx,
  holds: readonly Hold[],
  owner: { readonly appointmentId: AppointmentId; readonly clientId: ClientId } | { readonly blockId: string },
  lanes: ReadonlyMap<string, number> = new Map(),
): Promise<boolean> {
  const rows = holds
    .toSorted((a, b) => a.resourceId.localeCompare(b.resourceId))
    .map((hold) => ({
      practice_id: tx.practiceId,
      id: newId(),
      resource_id: hold.resourceId,
      lane: lanes.get(hold.resourceId) ?? 0,
      during: `[${toIso(hold.from)},${toIso(hold.to)})`,
      ...('blockId' in owner
        ? { block_id: owner.blockId }
        : { appointment_id: owner.appointmentId, client_id: owner.clientId }),
    }));
  const insert = tx.rows('time_holds').insert(rows).onConflict(tx.rows.raw('on constraint time_holds_free')).ignore();
  return (await insertedRows(insert)) === rows.length;
}

/** The lowest lane of each resource that nothing in the way occupies. */
export function freeLanes(holds: readonly Hold[], busy: readonly Busy[]): ReadonlyMap<string, number> {
  const lanes = new Map<string, number>();
  for (const hold of holds) {
    const taken = new Set(busy.filter((one) => overlap(hold, one)).map((one) => one.lane));
    let lane = 0;
    while (taken.has(lane)) lane += 1;
    lanes.set(hold.resourceId, lane);
  }
  return lanes;
}

/** Gives the time of an appointment or a block back. The rows stay: they are history. */
export async function releaseTime(
  tx: PracticeTx,
  owner: { readonly appointmentId: string } | { readonly blockId: string },
): Promise<void> {
  const column = 'blockId' in owner ? { block_id: owner.blockId } : { appointment_id: owner.appointmentId };
  await tx
    .rows('time_holds')
    .where({ practice_id: tx.practiceId, ...column })
    .whereNull('released_at')
    .update({ released_at: toDate(tx.now) });
}
