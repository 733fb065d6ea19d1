import { Readable } from 'node:stream';
import { practiceWithClaims } from '../../dev/verify/era-practice';
import { receiveFile } from '../../domain/clearinghouse/receive-file';
import { postPayments } from '../../domain/remittances/post-remittance';
import { readRemittanceFile } from '../../domain/remittances/read-remittance-file';
import { someStorage } from '../../tests/builders/clearinghouse';
import { asSuperuser } from '../../tests/builders/sql';
import { relayOptions, someWorkers } from '../../tests/builders/temporal';
import { startRelay } from '../../worker/relay';
import { cpuDuring } from '../temporal/cpu';
import { aSetting } from '../temporal/setting';
import { type PostedClaim, manyClaims, remittanceOf } from './many-claims';

const whole = 20_000;

/**
 * What one workflow per claim costs when claims are posted: from the row in the outbox to the claim's next step, planned by its
 * workflow. Posting comes before and is not in it. `KEPT_BENCH_TOLD` (500) claims; what 20,000 take follows from it.
 */
export async function toldClaims(): Promise<void> {
  const count = Number(process.env['KEPT_BENCH_TOLD'] ?? 500);
  const setting = await aSetting();
  const { world } = setting;
  try {
    const practiceId = await practiceWithClaims(
      { app: world.app, worker: world.worker, migratorUrl: world.urls.migrator },
      24,
    );
    const claims = await manyClaims({ worker: world.worker, migratorUrl: world.urls.migrator }, practiceId, count);
    const worker = await someWorkers(world, 'core-told', { worker: { address: setting.temporalAddress } });
    const relaying = () => startRelay({ ...relayOptions(world, worker.temporal, 'core-told'), pollMs: 500 });
    const before = relaying();
    await rest(world.urls);
    await before.close();
    await post({ database: world.worker, storage: someStorage() }, practiceId, claims);

    const began = performance.now();
    const cpu = await cpuDuring(setting.temporalPid, async () => {
      const relay = relaying();
      await rest(world.urls);
      await relay.close();
    });
    const seconds = (performance.now() - began) / 1000;
    await worker.close();
    const each = (ms: number) => (ms / count).toFixed(1);
    process.stdout.write(
      `workflows of ${count} posted claims: each ${each(seconds * 1000)} ms on the wall, ${each(cpu.worker)} ms of the worker, ` +
        `${each(cpu.server)} ms of the workflow engine; at this rate ${whole} take ${((seconds / count) * whole).toFixed(0)} s\n`,
    );
  } finally {
    await setting.end();
  }
}

async function post(
  stores: Parameters<typeof receiveFile>[0],
  practiceId: string,
  claims: readonly PostedClaim[],
): Promise<void> {
  const bytes = Buffer.from(remittanceOf(claims));
  const from = { name: 'told.835', cameBy: 'command', open: () => Readable.from([bytes]) } as const;
  const file = await receiveFile(stores, { practiceId, service: 'edi' }, from);
  await readRemittanceFile(stores, practiceId, file.id);
  await postPayments(stores.database, practiceId, file.id);
}

/** Nothing waits to be told, and what was told is planned. */
async function rest(urls: Parameters<typeof asSuperuser>[0]): Promise<void> {
  await asSuperuser(urls, async (sql) => {
    for (const until = Date.now() + 1_800_000; Date.now() < until;) {
      const { rows } = await sql.query<{ open: boolean }>(
        `select exists (select 1 from kernel.outbox) or exists (select 1 from kept.next_steps where planned_version < wanted_version) as open`,
      );
      if (rows[0]?.open === false) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error('not at rest after half an hour');
  });
}
