import { mayMove, move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import { wasInserted } from '../database/was-inserted';
import { newId } from '../ids';
import type { EventOf } from '../life';
import { AppError, type Params } from '../problems';
import { toDate } from '../time/instant';
import { healWork } from '../work/close-work-item';
import type { WorkCause } from '../work/work-codes';
import { type ClaimState, claimLife } from './claim-state';
import { type ClaimEventKind, done, heard, isUndo } from './claim-event-kinds';
import { takeBackWriteOff } from './write-off-claim';

type Step = EventOf<typeof claimLife> | undefined;

/** Work that is about the claim being in a state: gone when it has left it. */
const workOfState: Readonly<Partial<Record<ClaimState, WorkCause>>> = {
  blocked: 'claim_blocked',
  rejected: 'claim_rejected',
  denied: 'claim_denied',
};

interface Evidence {
  /** The same answer in another file is the same event. */
  readonly evidenceKey: string;
  readonly fileId?: string;
  readonly offset?: number;
  readonly params?: Params;
}

export interface NewClaimEvent extends Evidence {
  readonly kind: keyof typeof heard;
  readonly payerControlNumber?: string | undefined;
  /** Which version it is about, where that is known: what concerns an earlier one is noted and moves nothing. */
  readonly versionNo?: number;
}

interface Claim {
  readonly id: string;
  readonly client_id: string;
  readonly state: string;
  readonly version: number;
  readonly version_no: number;
  readonly payer_control_number: string | null;
}

/**
 * Notes what happened to a claim that the caller has locked, and moves it where that leads. Noted before: nothing happens. An
 * event that leads nowhere from this state (a late acknowledgement) is noted and moves nothing. Answers whether the claim moved.
 */
export async function noteClaimEvent(tx: PracticeTx, claim: Claim, event: NewClaimEvent): Promise<boolean> {
  const versionNo = event.versionNo ?? claim.version_no;
  if (!(await insertEvent(tx, claim, event, versionNo))) return false;
  const step = versionNo === claim.version_no ? await stepOf(tx, claim, event) : undefined;
  const moves = step !== undefined && mayMove(claimLife, claim, step);
  const { payerControlNumber: number } = event;
  if (moves) await settle(tx, claim, step, number === undefined ? {} : { payer_control_number: number });
  else
    await settle(
      tx,
      claim,
      undefined,
      claim.payer_control_number === null && number ? { payer_control_number: number } : {},
    );
  return moves;
}

/** What a person did with a claim that the caller has locked. @throws AppError `wrong_state` where it may not be done */
export async function noteClaimAct(
  tx: PracticeTx,
  claim: Claim,
  act: Pick<Evidence, 'params'> & { readonly kind: keyof typeof done },
  change: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const step = done[act.kind];
  if (step !== undefined && !mayMove(claimLife, claim, step))
    throw new AppError('wrong_state', { entity: 'claim', state: claim.state, event: step });
  const versionNo = (change['version_no'] as number | undefined) ?? claim.version_no;
  const evidenceKey = `act/${String(claim.version)}`;
  await insertEvent(tx, claim, { ...act, evidenceKey }, versionNo);
  await settle(tx, claim, step, change);
}

/** The payer's yes to a version that takes the claim back is the end of the claim. */
async function stepOf(tx: PracticeTx, claim: Claim, { kind, evidenceKey }: NewClaimEvent): Promise<Step> {
  const step = heard[kind];
  if ((step !== 'accept' && step !== 'reverse') || isUndo(evidenceKey)) return step;
  const version = await tx.one<{ frequency: string }>`
    select frequency from claim_versions
     where practice_id = ${tx.practiceId} and claim_id = ${claim.id} and version_no = ${claim.version_no}`;
  return version?.frequency === '8' ? 'withdraw' : step;
}

/** Moves the claim, or only raises its version: its workflow and whoever looks at it read it again. */
async function settle(
  tx: PracticeTx,
  claim: Claim,
  step: Step,
  change: Readonly<Record<string, unknown>>,
): Promise<void> {
  const version = claim.version + 1;
  if (step === undefined) {
    await tx
      .rows('claims')
      .where({ practice_id: tx.practiceId, id: claim.id })
      .update({ ...change, version });
    tx.touch({ record: claim.id });
  } else {
    const { state } = await move(tx, 'claims', claimLife, claim, step, change);
    if (claim.state === 'closed') await takeBackWriteOff(tx, claim.id);
    const cause = workOfState[claim.state as ClaimState];
    if (cause !== undefined && state !== claim.state) await healWork(tx, claim.id, [cause]);
  }
  await tx.tell('claim', claim.id, version, claim.client_id);
}

async function insertEvent(
  tx: PracticeTx,
  claim: Claim,
  event: Evidence & { readonly kind: ClaimEventKind },
  versionNo: number,
): Promise<boolean> {
  return wasInserted(
    tx
      .rows('claim_events')
      .insert({
        practice_id: tx.practiceId,
        id: newId(),
        claim_id: claim.id,
        client_id: claim.client_id,
        version_no: versionNo,
        kind: event.kind,
        at: toDate(tx.now),
        evidence_key: event.evidenceKey,
        file_id: event.fileId ?? null,
        offset_bytes: event.offset ?? null,
        params: JSON.stringify(event.params ?? {}),
        actor_id: tx.actor,
      })
      .onConflict(['practice_id', 'claim_id', 'kind', 'evidence_key'])
      .ignore(),
  );
}
