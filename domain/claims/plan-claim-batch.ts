import { type Role } from '../access/roles';
import { mayAny } from '../access/capabilities';
import { locked } from '../database/locked';
import type { PracticeTx } from '../database/practice-tx';
import type { ClaimBatchesRow } from '../database/tables.generated';
import { type NextStep, type StoredStep, lockNextStep, storeNextStep } from '../next-step/next-step';
import { fromDate } from '../time/instant';
import { healWork } from '../work/close-work-item';
import { openWorkItem } from '../work/open-work-item';
import type { ClaimBatchState } from './claim-batch-state';
import { claimBatchStep } from './claim-batch-steps';

export interface HeldBatch {
  readonly batch: ClaimBatchesRow;
  readonly stored: StoredStep | undefined;
}

/** The batch and its plan, locked in this order. @throws AppError `not_found` */
export async function holdBatch(tx: PracticeTx, id: string): Promise<HeldBatch> {
  const batch = await locked(tx, 'claim_batches', id);
  return { batch, stored: await lockNextStep(tx, id) };
}

/** Reads the batch, stores what screens show as its next step, and answers it: may run at any time. */
export async function planClaimBatch(tx: PracticeTx, id: string): Promise<NextStep> {
  return planFrom(tx, await holdBatch(tx, id));
}

/** The same from what this transaction holds and has not changed since. */
export async function planFrom(tx: PracticeTx, { batch, stored }: HeldBatch): Promise<NextStep> {
  const mayLeave = await mayStillSend(tx, batch.ordered_by);
  const next = claimBatchStep({
    state: batch.state as ClaimBatchState,
    leaseUntil: batch.lease_until && fromDate(batch.lease_until),
    nextAt: batch.next_at && fromDate(batch.next_at),
    mayLeave,
    now: tx.now,
  });
  const isHeldBack = next.kind === 'step' && next.step === 'await_order';
  if (isHeldBack) await openWorkItem(tx, { cause: 'batch_order_lapsed', entity: 'claim_batch', refId: batch.id });
  else await healWork(tx, batch.id, ['batch_order_lapsed']);
  await healWork(tx, batch.id, ['outbox_parked']);
  const params = batch.reason === null ? {} : { code: batch.reason, tries: batch.attempts };
  return storeNextStep(
    tx,
    { entity: 'claim_batch', id: batch.id, clientId: null, version: batch.version, next, params },
    stored,
  );
}

/** Who ordered it may have lost the right since. What nobody ordered leaves in the practice's own name. */
async function mayStillSend(tx: PracticeTx, orderedBy: string | null): Promise<boolean> {
  if (orderedBy === null) return true;
  const who = await tx.one<{ roles: Role[] | null }>`select kernel.roles_of(${orderedBy}) as roles`;
  return who?.roles ? mayAny(who.roles, 'billing.change') : false;
}
