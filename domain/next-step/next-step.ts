import { isDeepStrictEqual } from 'node:util';
import type { Knex } from 'knex';
import type { PracticeTx } from '../database/practice-tx';
import type { Kept } from '../database/things';
import type { ClientId, MembershipId } from '../ids';
import { openWorkItem } from '../work/open-work-item';
import { type Instant, addMinutes, fromDate, later, toDate } from '../time/instant';

/** What happens next with a thing that a workflow keeps. A null due waits for a change only. */
export type NextStep =
  | { readonly kind: 'step'; readonly step: string; readonly occurrence: number; readonly due: Instant | null }
  | { readonly kind: 'nothing_more' };

export const nothingMore: NextStep = { kind: 'nothing_more' };
export const stepAt = (step: string, occurrence: number, due: Instant | null): NextStep => ({
  kind: 'step',
  step,
  occurrence,
  due,
});

export interface Planned {
  readonly entity: Kept;
  readonly id: string;
  readonly clientId: ClientId | null;
  /** The version of the row that the plan was made from. */
  readonly version: number;
  readonly next: NextStep;
  /** For the sentence on screens: channel, instants; never names. */
  readonly params?: Readonly<Record<string, unknown>>;
}

/** The plan before this one. */
export interface StoredStep {
  readonly kind: string;
  readonly step: string | null;
  readonly occurrence: number | null;
  readonly due_at: Date | null;
  readonly params: Readonly<Record<string, unknown>>;
  readonly planned_version: number;
  readonly tries: number;
  readonly paused_until: Date | null;
  readonly hurried_step: string | null;
  readonly hurried_occurrence: number | null;
  readonly ordered_by: MembershipId | null;
}

const pauseMinutes = 10;
const triesBeforePause = 2;

/**
 * The stored plan, locked until the transaction ends: whoever plans or acts on one thing does so one after the other, and reads
 * what the one before has written. Everyone locks the thing itself first, then this, then messages.
 */
export async function lockNextStep(tx: PracticeTx, id: string): Promise<StoredStep | undefined> {
  return tx.one<StoredStep>`
    select kind, step, occurrence, due_at, params, planned_version, tries, paused_until, hurried_step, hurried_occurrence, ordered_by
      from next_steps where practice_id = ${tx.practiceId} and id = ${id} for update`;
}

/** A step that someone is about to carry out. */
export interface Begun {
  readonly step: string;
  readonly occurrence: number;
}

export const isDueNow = (next: NextStep, { step, occurrence }: Begun, now: Instant): boolean =>
  next.kind === 'step' && next.step === step && next.occurrence === occurrence && next.due !== null && next.due <= now;

/**
 * Stores the plan as screens show it, and answers it as the workflow follows it. Two things may change its due time:
 * a person hurried this very step, or it was carried out twice and recorded nothing, which is a defect: then it pauses, and
 * someone is asked to look. The pause is part of the plan, so that signals do not shorten it and a cancellation ends it.
 * A plan from an older version than the stored one is not stored. Open screens hear of one that says something else than before.
 * Where it is what was `begun`, and due, the try is counted; the guard judges by the tries before this one.
 */
export async function storeNextStep(
  tx: PracticeTx,
  planned: Planned,
  old: StoredStep | undefined,
  begun?: Begun,
): Promise<NextStep> {
  const guard = runaway(old, planned.next, tx.now);
  if (guard.defect)
    await openWorkItem(tx, {
      cause: 'step_repeats',
      entity: planned.entity,
      refId: planned.id,
      clientId: planned.clientId,
      params: { step: guard.step },
    });
  const next = withDue(planned.next, old, guard.pausedUntil, tx.now);
  const tries = guard.tries + (begun && isDueNow(next, begun, tx.now) ? 1 : 0);
  const order = isHurried(old, next) ? old : undefined; // what was hurried is not what comes next any more: the order lapses
  await tx.all`
    update next_steps set planned_version = ${planned.version}, planned_at = clock_timestamp(), kind = ${next.kind},
           step = ${next.kind === 'step' ? next.step : null}, occurrence = ${next.kind === 'step' ? next.occurrence : null},
           due_at = ${next.kind === 'step' && next.due !== null ? toDate(next.due) : null}, params = ${JSON.stringify(planned.params ?? {})},
           tries = ${tries}, paused_until = ${guard.pausedUntil === null ? null : toDate(guard.pausedUntil)},
           hurried_step = ${order?.hurried_step ?? null}, hurried_occurrence = ${order?.hurried_occurrence ?? null}, ordered_by = ${order?.ordered_by ?? null}
     where practice_id = ${tx.practiceId} and id = ${planned.id} and planned_version <= ${planned.version}`;
  if (saysOtherwise(old, planned, next, guard.pausedUntil)) await tx.announce('next_step', planned.id);
  return next;
}

/** Whether screens show another line than before. */
function saysOtherwise(
  old: StoredStep | undefined,
  { version, params = {} }: Planned,
  next: NextStep,
  pausedUntil: Instant | null,
): boolean {
  if (!old || old.planned_version > version) return false;
  const [step, due] = next.kind === 'step' ? [next.step, next.due] : [null, null];
  return (
    old.kind !== next.kind ||
    old.step !== step ||
    (old.due_at?.getTime() ?? null) !== due ||
    (old.paused_until === null) !== (pausedUntil === null) ||
    old.params['channel'] !== params['channel'] ||
    !isDeepStrictEqual(old.params['ahead'], params['ahead'])
  );
}

interface Guard {
  readonly tries: number;
  readonly pausedUntil: Instant | null;
  readonly defect: boolean;
  readonly step: string | null;
}

function runaway(old: StoredStep | undefined, next: NextStep, now: Instant): Guard {
  const fresh: Guard = { tries: 0, pausedUntil: null, defect: false, step: null };
  if (!old || next.kind !== 'step' || old.step !== next.step || old.occurrence !== next.occurrence) return fresh;
  const paused = old.paused_until === null ? null : fromDate(old.paused_until);
  if (paused !== null && paused > now) return { tries: old.tries, pausedUntil: paused, defect: false, step: next.step };
  if (old.tries < triesBeforePause) return { tries: old.tries, pausedUntil: null, defect: false, step: next.step };
  if (paused !== null) return fresh; // the pause is over: one more pair of tries
  return { tries: old.tries, pausedUntil: addMinutes(now, pauseMinutes), defect: true, step: next.step };
}

function withDue(next: NextStep, old: StoredStep | undefined, pausedUntil: Instant | null, now: Instant): NextStep {
  if (next.kind !== 'step') return next;
  if (pausedUntil !== null) return { ...next, due: next.due === null ? pausedUntil : later(next.due, pausedUntil) };
  return next.due !== null && isHurried(old, next) ? { ...next, due: now } : next;
}

const isHurried = (old: StoredStep | undefined, next: NextStep): boolean =>
  next.kind === 'step' && old?.hurried_step === next.step && old.hurried_occurrence === next.occurrence;

/** A step is about to be carried out: counted, so that one which never records anything is noticed. */
export async function countTry(
  tx: PracticeTx,
  step: { readonly id: string; readonly step: string; readonly occurrence: number },
): Promise<void> {
  await tx.all`
    update next_steps set tries = tries + 1
     where practice_id = ${tx.practiceId} and id = ${step.id} and step = ${step.step} and occurrence = ${step.occurrence}`;
}

/** Something was recorded: the step is no runaway. */
export async function forgetTries(tx: PracticeTx, id: string): Promise<void> {
  await triesForgotten(tx, id);
}

/** The same, as part of another statement. */
export const triesForgotten = (tx: PracticeTx, id: string): Knex.QueryBuilder =>
  tx.rows('next_steps').where({ practice_id: tx.practiceId, id }).update({ tries: 0, paused_until: null });

/** What a person hurried has been taken up. */
export async function forgetOrder(tx: PracticeTx, id: string): Promise<void> {
  await tx.all`
    update next_steps set hurried_step = null, hurried_occurrence = null, ordered_by = null
     where practice_id = ${tx.practiceId} and id = ${id}`;
}
