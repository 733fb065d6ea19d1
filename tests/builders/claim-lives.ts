import { correctClaim } from '../../domain/claims/correct-claim';
import { appealClaim, closeClaim } from '../../domain/claims/give-up-claim';
import { noteClaimEvent } from '../../domain/claims/note-claim-event';
import { voidClaim } from '../../domain/claims/void-claim';
import { locked } from '../../domain/database/locked';
import { type Instant, addHours, instantOf } from '../../domain/time/instant';
import { workflowId } from '../../workflows/contracts/ids';
import { lookAgain } from '../../workflows/contracts/messages';
import { answer, reversalOf } from './answers';
import { type BillingPractice, type SubmittedClaim, aBillingPractice, aFile, lately, paidToday } from './billing';
import { does, hears, leaves, leftAt } from './claim-story';
import { planned, stepOf } from './flow';
import { type LifeWorld, type RecordedRun, type Watched, staged, watched } from './life-stage';
import { asSuperuser } from './sql';
import { aStorage } from './storage';
import { until } from './temporal';
import { adjusted, contractual } from './x12/remittances';

interface Stage extends LifeWorld, Watched {
  readonly practice: BillingPractice;
}

async function aStage(given: LifeWorld): Promise<Stage> {
  return {
    ...given,
    ...watched(given, workflowId.claim),
    practice: await aBillingPractice(given.world, aStorage(), lately()),
  };
}

const now = (): Instant => instantOf(Date.now());
/** It left so long ago that its first clock runs out in so many milliseconds. */
async function dueIn(practice: BillingPractice, ms: number): Promise<SubmittedClaim> {
  const claim = await practice.ready();
  await leaves(practice, claim, addHours(instantOf(Date.now() + ms), -1));
  return claim;
}
const paid = (claim: SubmittedClaim) => answer(claim, [contractual(40)]);
const denied = (claim: SubmittedClaim) => answer(claim, [adjusted('CO', '197', 175)]);

const lives: Readonly<Record<string, (stage: Stage) => Promise<readonly RecordedRun[]>>> = {
  async 'claim-waits-for-its-format'({ practice, recorded, run }) {
    const { id } = await leftAt(practice, now());
    await planned(practice, id, 'ask_format');
    await recorded(id, 'TIMER_STARTED', 1);
    return [await run('claim-waits-for-its-format', id)];
  },

  async 'claim-told-accepted-paid'({ practice, recorded, ended, run }) {
    const claim = await dueIn(practice, 3_000);
    await planned(practice, claim.id, 'ask_receipt');
    await recorded(claim.id, 'ACTIVITY_TASK_COMPLETED', 1);
    await hears(practice, claim, 'accepted');
    await planned(practice, claim.id, 'ask_decision');
    await practice.post(aFile([paid(claim)]));
    await ended(claim.id);
    return [await run('claim-told-accepted-paid', claim.id)];
  },

  async 'claim-rejected-and-corrected'({ practice, recorded, run }) {
    const claim = await leftAt(practice, now());
    await planned(practice, claim.id, 'ask_format');
    await hears(practice, claim, 'rejected');
    await planned(practice, claim.id, 'warn_filing');
    await does(practice, claim, correctClaim);
    await leaves(practice, claim, now());
    await planned(practice, claim.id, 'ask_format');
    await recorded(claim.id, 'TIMER_STARTED', 3);
    return [await run('claim-rejected-and-corrected', claim.id)];
  },

  async 'claim-denied-appealed-closed'({ practice, ended, run }) {
    const claim = await leftAt(practice, now());
    await practice.post(aFile([denied(claim)], { paidOn: paidToday() }));
    await planned(practice, claim.id, 'warn_correction');
    await does(practice, claim, appealClaim);
    await planned(practice, claim.id, 'ask_appeal');
    await does(practice, claim, closeClaim);
    await ended(claim.id);
    return [await run('claim-denied-appealed-closed', claim.id)];
  },

  /** A wait that no clock ends: the void leaves with the next batch. */
  async 'claim-paid-then-taken-back'({ practice, recorded, ended, run }) {
    const claim = await leftAt(practice, now());
    await practice.post(aFile([paid(claim)]));
    await ended(claim.id);
    const first = await run('claim-paid', claim.id);
    await does(practice, claim, voidClaim);
    await planned(practice, claim.id, 'await_batch');
    await recorded(claim.id, 'MARKER_RECORDED', 1);
    const waiting = await run('claim-waits-for-its-batch', claim.id);
    return [first, waiting];
  },

  async 'claim-void'({ practice, ended, run }) {
    const claim = await leftAt(practice, now());
    await practice.post(aFile([paid(claim)]));
    await ended(claim.id);
    await does(practice, claim, voidClaim);
    await planned(practice, claim.id, 'await_batch');
    await leaves(practice, claim, now());
    await planned(practice, claim.id, 'ask_format');
    await practice.post(aFile([reversalOf(paid(claim))]));
    await ended(claim.id);
    return [await run('claim-void', claim.id)];
  },

  /** Asked to make work of a clock while somebody holds the claim: an open activity. */
  async 'claim-in-the-middle-of-telling'({ practice, world, recorded, run }) {
    const { id } = await dueIn(practice, 3_000);
    await planned(practice, id, 'ask_format');
    const holding = asSuperuser(world.urls, (sql) =>
      sql.query(`begin; select 1 from kept.claims where id = '${id}' for update; select pg_sleep(5); commit`),
    );
    holding.catch(() => undefined);
    await recorded(id, 'ACTIVITY_TASK_SCHEDULED', 1);
    return [await run('claim-in-the-middle-of-telling', id)];
  },

  async 'claim-begun-anew'({ practice, recorded, run }) {
    const claim = await leftAt(practice, now());
    await planned(practice, claim.id, 'ask_format');
    const first = await run('claim-begun-anew-before', claim.id);
    for (let n = 1; ; n += 1) {
      const version = await heardAgain(practice, claim, n);
      await until(async () => (await stepOf(practice, claim.id))?.planned_version === version);
      if ((await run('', claim.id)).runId !== first.runId) break;
    }
    await recorded(claim.id, 'TIMER_STARTED', 1);
    return [first, await run('claim-begun-anew-after', claim.id)];
  },

  async 'claim-of-a-closed-practice'({ practice, world, engine, recorded, ended, run }) {
    const { id } = await leftAt(practice, now());
    await planned(practice, id, 'ask_format');
    await recorded(id, 'TIMER_STARTED', 1);
    await asSuperuser(world.urls, (sql) =>
      sql.query('update kernel.practices set closed_at = clock_timestamp() where id = $1', [practice.id]),
    );
    await engine.worker.temporal.workflow.getHandle(workflowId.claim(id)).signal(lookAgain);
    await ended(id);
    return [await run('claim-of-a-closed-practice', id)];
  },
};

/** One more word that it was received. Answers the claim's version. */
const heardAgain = (practice: BillingPractice, { id }: SubmittedClaim, n: number): Promise<number> =>
  practice.as({ practiceId: practice.id, service: 'edi' }, async (tx) => {
    const claim = await locked(tx, 'claims', id);
    await noteClaimEvent(tx, claim, { kind: 'received', evidenceKey: `again/${String(n)}` });
    return claim.version + 1;
  });

/** Lives of claims: every way through the clocks, whole and in the middle. */
export const claimLives = staged(lives, aStage);
