import { planClaim, tellClock } from '../../../domain/claims/plan-claim';
import { planClaimBatch } from '../../../domain/claims/plan-claim-batch';
import type { Database } from '../../../domain/database/database';
import type { PracticeTx } from '../../../domain/database/practice-tx';
import { planAppointment } from '../../../domain/reminders/plan-appointment';
import { planRemittance } from '../../../domain/remittances/plan-remittance';
import type { Instant } from '../../../domain/time/instant';

interface Told {
  readonly id: string;
  readonly entity: string;
}

/**
 * Plans all that was told of until `now` as its workflow would, and makes work of clocks that have run out. What then waits for no
 * instant has no need of a workflow: its rows leave the outbox. Answers how much is told to workflows.
 */
export async function settleAll(worker: Database, practiceId: string, now: Instant): Promise<number> {
  const run = <T>(service: 'core' | 'edi', work: (tx: PracticeTx) => Promise<T>): Promise<T> =>
    worker.inPractice({ practiceId, service }, { act: 'demo', purpose: 'operations' }, work, { now });
  const things = await run(
    'core',
    (tx) => tx.all<Told>`
      select id, entity from next_steps
       where practice_id = ${tx.practiceId} and planned_version < wanted_version order by wanted_at, id`,
  );
  const appointments = things.filter(({ entity }) => entity === 'appointment');
  const others = things.filter(({ entity }) => entity !== 'appointment');
  await Promise.all([
    inPortions(appointments, (some) => run('core', (tx) => each(some, ({ id }) => planAppointment(tx, id)))),
    inPortions(others, (some) => run('edi', (tx) => each(some, (one) => planOther(tx, one)))),
  ]);
  const open = await run(
    'core',
    (tx) => tx.all<{ id: string }>`
      select id from next_steps where practice_id = ${tx.practiceId} and kind = 'step' and due_at is not null`,
  );
  return leaveOnly(worker, new Set(open.map(({ id }) => id)));
}

async function planOther(tx: PracticeTx, { id, entity }: Told): Promise<void> {
  if (entity === 'claim_batch') await planClaimBatch(tx, id);
  if (entity === 'remittance') await planRemittance(tx, id);
  if (entity !== 'claim') return;
  let next = await planClaim(tx, id);
  while (next.kind === 'step' && next.due !== null && next.due <= tx.now) {
    const told = await tellClock({ ...tx, now: next.due }, { id, step: next.step, occurrence: next.occurrence });
    if (told.kind === 'planned') return;
    next = told.next;
  }
}

const portion = 100;

async function inPortions<T>(all: readonly T[], work: (some: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < all.length; from += portion) await work(all.slice(from, from + portion));
}

async function each<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  for (const one of all) await work(one);
}

/** Takes everything out of the outbox, and marks as delivered what is no open thing's, and all but one row of each. */
async function leaveOnly(worker: Database, open: ReadonlySet<string>): Promise<number> {
  const { rows } = await worker.kernel.raw<{ rows: { id: number; ref_id: string; kind: string }[] }>(
    `select id, ref_id, kind from kernel.take_outbox(1000000, '0 s') order by id desc`,
  );
  const left = new Set<string>();
  const done = rows.filter(({ ref_id: ref, kind }) => {
    const stays = kept.has(kind) && open.has(ref) && !left.has(ref);
    if (stays) left.add(ref);
    return !stays;
  });
  await worker.kernel.raw('select kernel.outbox_done(?::bigint[])', [done.map(({ id }) => id)]);
  return left.size;
}

const kept: ReadonlySet<string> = new Set(['appointment', 'claim', 'claim_batch', 'remittance']);
