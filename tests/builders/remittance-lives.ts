import { Readable } from 'node:stream';
import { receiveFile } from '../../domain/clearinghouse/receive-file';
import type { StoragePort } from '../../domain/files/storage-port';
import { takeBackRemittance } from '../../domain/remittances/undo-remittance';
import { workflowId } from '../../workflows/contracts/ids';
import { lookAgain } from '../../workflows/contracts/messages';
import { answer } from './answers';
import { type BillingPractice, type SubmittedClaim, aBillingPractice, aFile } from './billing';
import { someStorage } from './clearinghouse';
import { planned, stepOf } from './flow';
import { type LifeWorld, type RecordedRun, type Watched, staged, watched } from './life-stage';
import { asSuperuser } from './sql';
import { aStorage } from './storage';
import { until } from './temporal';
import { contractual, copay } from './x12/remittances';

interface Stage extends LifeWorld, Watched {
  readonly practice: BillingPractice;
  /** A payment of claims that have left comes in a file of the store that the worker knows, or of another one. */
  arrived(file: Uint8Array, store?: StoragePort): Promise<string>;
  signal(id: string): Promise<void>;
}

async function aStage(given: LifeWorld): Promise<Stage> {
  const practice = await aBillingPractice(given.world, aStorage());
  return {
    ...given,
    ...watched(given, workflowId.remittance),
    practice,
    async arrived(file, storage = aStorage()) {
      const { id } = await receiveFile(
        { database: practice.worker, storage },
        { practiceId: practice.id, service: 'edi' },
        { name: 'life.835', cameBy: 'clearinghouse', open: () => Readable.from([Buffer.from(file)]) },
      );
      return id;
    },
    signal: (id) => given.engine.worker.temporal.workflow.getHandle(workflowId.remittance(id)).signal(lookAgain),
  };
}

const paid = (...claims: readonly SubmittedClaim[]) =>
  aFile(claims.map((claim) => answer(claim, [contractual(40), copay(25)])));

/** Its file is not where the worker looks: it waits for the store. */
const waits = async ({ practice, arrived, recorded }: Stage): Promise<string> => {
  const id = await arrived(paid(await practice.submitted()), someStorage());
  await until(async () => (await stepOf(practice, id))?.params !== undefined && (await isWaiting(practice, id)));
  await recorded(id, 'TIMER_STARTED', 1);
  return id;
};
const isWaiting = async (practice: BillingPractice, id: string): Promise<boolean> => {
  const due = (await stepOf(practice, id))?.due_at;
  return due !== null && due !== undefined && due.getTime() > Date.now() + 10_000;
};

const lives: Readonly<Record<string, (stage: Stage) => Promise<readonly RecordedRun[]>>> = {
  async 'remittance-read-and-posted'({ practice, arrived, ended, run }) {
    const id = await arrived(paid(await practice.submitted(), await practice.submitted()));
    await ended(id);
    return [await run('remittance-read-and-posted', id)];
  },

  async 'remittance-taken-back'({ practice, arrived, ended, run }) {
    const id = await arrived(paid(await practice.submitted()));
    await ended(id);
    const first = await run('', id);
    await practice.as('biller', async (tx) => {
      const row = await tx.one<{ id: string; version: number }>`
        select id, version from remittances where practice_id = ${tx.practiceId} and file_id = ${id}`;
      if (!row) throw new Error('no payment');
      await takeBackRemittance(tx, row);
    });
    await until(async () => (await run('', id)).runId !== first.runId);
    await ended(id);
    return [await run('remittance-taken-back', id)];
  },

  async 'remittance-quarantined'({ arrived, ended, run }) {
    const id = await arrived(Buffer.from('a letter, and no remittance'));
    await ended(id);
    return [await run('remittance-quarantined', id)];
  },

  /** Asked to post while somebody holds a claim of it: an open activity. */
  async 'remittance-in-the-middle-of-posting'({ practice, world, arrived, recorded, run }) {
    const claim = await practice.submitted();
    const holding = asSuperuser(world.urls, (sql) =>
      sql.query(`begin; select 1 from kept.claims where id = '${claim.id}' for update; select pg_sleep(6); commit`),
    );
    holding.catch(() => undefined);
    const id = await arrived(paid(claim));
    await planned(practice, id, 'post');
    await recorded(id, 'ACTIVITY_TASK_SCHEDULED', 2);
    return [await run('remittance-in-the-middle-of-posting', id)];
  },

  async 'remittance-waits-for-its-file'(stage) {
    const id = await waits(stage);
    return [await stage.run('remittance-waits-for-its-file', id)];
  },

  async 'remittance-begun-anew'(stage) {
    const id = await waits(stage);
    const first = await stage.run('remittance-begun-anew-before', id);
    for (let n = 1; (await stage.run('', id)).runId === first.runId; n += 1) {
      const before = (await stepOf(stage.practice, id))?.planned_at;
      await stage.signal(id);
      await until(async () => (await stepOf(stage.practice, id))?.planned_at?.getTime() !== before?.getTime());
      await until(() => isWaiting(stage.practice, id));
    }
    await stage.recorded(id, 'TIMER_STARTED', 1);
    return [first, await stage.run('remittance-begun-anew-after', id)];
  },

  async 'remittance-of-a-closed-practice'(stage) {
    const id = await waits(stage);
    await asSuperuser(stage.world.urls, (sql) =>
      sql.query('update kernel.practices set closed_at = clock_timestamp() where id = $1', [stage.practice.id]),
    );
    await stage.signal(id);
    await stage.ended(id);
    return [await stage.run('remittance-of-a-closed-practice', id)];
  },
};

/** Lives of files that came in: every way through reading, posting and taking back, whole and in the middle. */
export const remittanceLives = staged(lives, aStage);
