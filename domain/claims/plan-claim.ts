import type { PracticeTx } from '../database/practice-tx';
import { type NextStep, countTry, storeNextStep } from '../next-step/next-step';
import { healWork } from '../work/close-work-item';
import { openWorkItem, setWorkDue } from '../work/open-work-item';
import { type ClaimPlan, claimPlan } from './claim-steps';
import { type HeldClaim, holdClaim } from './load-claim-facts';

/** Reads the claim, stores what screens show as its next step, and answers it: may run at any time. */
export async function planClaim(tx: PracticeTx, id: string): Promise<NextStep> {
  const held = await holdClaim(tx, id);
  return planFrom(tx, held, claimPlan(held.facts));
}

/** What came of a step that was asked for. */
export type ClaimStepDone = { readonly kind: 'planned' | 'told'; readonly next: NextStep };

/** A clock has run out: it becomes work, with its deadline. Nothing happens where it is not due, or not what is next any more. */
export async function tellClock(
  tx: PracticeTx,
  asked: { readonly id: string; readonly step: string; readonly occurrence: number },
): Promise<ClaimStepDone> {
  const held = await holdClaim(tx, asked.id);
  const plan = claimPlan(held.facts);
  const next = await planFrom(tx, held, plan);
  const { clock } = plan;
  const isDue = next.kind === 'step' && next.due !== null && next.due <= tx.now;
  if (!clock || !isDue || next.step !== asked.step || next.occurrence !== asked.occurrence)
    return { kind: 'planned', next };
  await countTry(tx, asked);
  await openWorkItem(tx, {
    cause: clock.cause,
    entity: 'claim',
    refId: asked.id,
    clientId: held.claim.client_id,
    ...(clock.deadline !== null && { dueAt: clock.deadline }),
    params: { since: clock.since, controlNumber: held.claim.control_number },
  });
  return { kind: 'told', next: await planClaim(tx, asked.id) };
}

async function planFrom(tx: PracticeTx, { claim, stored, open }: HeldClaim, plan: ClaimPlan): Promise<NextStep> {
  const runs = new Set(plan.clocks.map(({ cause }) => cause));
  const gone = open.filter((cause) => !runs.has(cause));
  await healWork(tx, claim.id, [...gone, 'outbox_parked']);
  if (plan.stateWork) await setWorkDue(tx, claim.id, plan.stateWork.cause, plan.stateWork.due);
  const deadline = plan.clock?.deadline ?? null;
  return storeNextStep(
    tx,
    {
      entity: 'claim',
      id: claim.id,
      clientId: claim.client_id,
      version: claim.version,
      next: plan.next,
      params: { ahead: plan.ahead, ...(deadline !== null && { deadline }) },
    },
    stored,
  );
}
