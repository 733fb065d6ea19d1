import { submitClaims } from '../../domain/claims/submit-claims';
import { workflowId } from '../../workflows/contracts/ids';
import { lookAgain } from '../../workflows/contracts/messages';
import { type BillingPractice, aBillingPractice } from './billing';
import { acknowledge, agreed, batchOf, someStorage } from './clearinghouse';
import { planned } from './flow';
import { type LifeWorld, type RecordedRun, type Watched, staged, watched } from './life-stage';
import { asSuperuser } from './sql';
import { until } from './temporal';

interface Stage extends LifeWorld, Watched {
  readonly practice: BillingPractice;
  /** A claim leaves, on a biller's order or another's: its batch. */
  submitted(orderedBy?: string): Promise<string>;
}

async function aStage(given: LifeWorld): Promise<Stage> {
  const practice = await aBillingPractice(given.world, someStorage());
  await agreed(practice);
  return {
    ...given,
    ...watched(given, workflowId.claim_batch),
    practice,
    async submitted(orderedBy) {
      await practice.ready();
      return practice.as('biller', async (tx) => {
        const { id } = await submitClaims(tx);
        if (id === undefined) throw new Error('nothing was ready');
        if (orderedBy !== undefined)
          await tx.rows('claim_batches').where({ practice_id: tx.practiceId, id }).update({ ordered_by: orderedBy });
        return id;
      });
    },
  };
}

const notNow = { kind: 'not_sent', code: 'ECONNREFUSED' } as const;

const lives: Readonly<Record<string, (stage: Stage) => Promise<readonly RecordedRun[]>>> = {
  async 'batch-sent-and-accepted'({ practice, submitted, ended, run }) {
    const id = await submitted();
    await planned(practice, id, 'await_acknowledgement');
    await acknowledge(practice, id);
    await ended(id);
    return [await run('batch-sent-and-accepted', id)];
  },

  async 'batch-awaits-its-acknowledgement'({ practice, submitted, recorded, run }) {
    const id = await submitted();
    await planned(practice, id, 'await_acknowledgement');
    await recorded(id, 'ACTIVITY_TASK_COMPLETED', 2);
    return [await run('batch-awaits-its-acknowledgement', id)];
  },

  /** It arrives, and nobody hears so: asked for, and found. */
  async 'batch-answer-lost'({ practice, engine, submitted, recorded, run }) {
    engine.house.loseNext(true);
    const id = await submitted();
    await planned(practice, id, 'await_acknowledgement');
    await recorded(id, 'ACTIVITY_TASK_COMPLETED', 3);
    return [await run('batch-answer-lost', id)];
  },

  async 'batch-waits-out-an-outage'({ practice, engine, submitted, recorded, run }) {
    engine.house.answerNext(notNow, notNow);
    const id = await submitted();
    await planned(practice, id, 'await_acknowledgement');
    await recorded(id, 'ACTIVITY_TASK_COMPLETED', 4);
    return [await run('batch-waits-out-an-outage', id)];
  },

  async 'batch-returned'({ engine, submitted, ended, run }) {
    engine.house.away = true;
    const id = await submitted();
    const first = await run('batch-returned', id);
    engine.house.answerNext({ kind: 'refused', code: 'name_malformed' });
    engine.house.away = false;
    await ended(id);
    return [first];
  },

  /** Asked for a batch that is being handed over: an open activity. */
  async 'batch-in-the-middle-of-its-hand-over'({ practice, engine, submitted, recorded, run }) {
    engine.house.answerNext('never');
    const id = await submitted();
    await until(async () => (await batchOf(practice, id)).state === 'sending');
    await recorded(id, 'ACTIVITY_TASK_SCHEDULED', 2);
    return [await run('batch-in-the-middle-of-its-hand-over', id)];
  },

  /** Who ordered it may not send claims: waits for somebody who may. */
  async 'batch-held'({ practice, submitted, recorded, run }) {
    const id = await submitted(await practice.member('front_desk'));
    await planned(practice, id, 'await_order');
    await recorded(id, 'MARKER_RECORDED', 1);
    return [await run('batch-held', id)];
  },

  async 'batch-begun-anew'({ practice, engine, submitted, recorded, run }) {
    engine.house.away = true;
    const id = await submitted();
    await recorded(id, 'ACTIVITY_TASK_SCHEDULED', 2);
    const first = await run('batch-begun-anew-before', id);
    await until(async () => (await run('', id)).runId !== first.runId);
    engine.house.away = false;
    await planned(practice, id, 'await_acknowledgement');
    return [first, await run('batch-begun-anew-after', id)];
  },

  async 'batch-of-a-closed-practice'({ practice, world, engine, submitted, ended, run }) {
    const id = await submitted();
    await planned(practice, id, 'await_acknowledgement');
    await asSuperuser(world.urls, (sql) =>
      sql.query('update kernel.practices set closed_at = clock_timestamp() where id = $1', [practice.id]),
    );
    await engine.worker.temporal.workflow.getHandle(workflowId.claim_batch(id)).signal(lookAgain);
    await ended(id);
    return [await run('batch-of-a-closed-practice', id)];
  },
};

/** Lives of batches of claims: every way through a hand-over, whole and in the middle. */
export const claimBatchLives = staged(lives, aStage);
