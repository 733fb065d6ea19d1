import { mkdirSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { root } from '../../dev/stack/folders';
import { makeRunFolder } from '../../dev/test/run-folder';
import { practiceWithClaims } from '../../dev/verify/era-practice';
import { receiveFile } from '../../domain/clearinghouse/receive-file';
import { openDatabase } from '../../domain/database/database';
import { postPayments } from '../../domain/remittances/post-remittance';
import { readRemittanceFile } from '../../domain/remittances/read-remittance-file';
import { diskStorage } from '../../integrations/storage/disk';
import { cpuMs } from '../api/cpu';
import { aPostgres } from '../api/place';
import { manyClaims, remittanceOf } from './many-claims';

const claimCount = 3_000;
const aim = 150;

/**
 * Target: 150 claims a second by one process, every commit on disk. It is the worker's posting without the engine, which asks
 * for 500 claims at a time; claims that are told of it have workflows of their own, which are not measured here.
 */
export async function postedRemittance() {
  const run = await makeRunFolder(join(root, '.kept/bench'));
  try {
    const urls = await aPostgres(run);
    const app = openDatabase({ url: urls.app, name: 'kept bench' });
    const worker = openDatabase({ url: urls.worker, name: 'kept bench worker', poolSize: 30, prepares: true });
    const practiceId = await practiceWithClaims({ app, worker, migratorUrl: urls.migrator }, 24);
    const claims = await manyClaims({ worker, migratorUrl: urls.migrator }, practiceId, claimCount);
    const bytes = remittanceOf(claims);
    const files = join(run.folder, 'files');
    mkdirSync(files);
    const stores = { database: worker, storage: diskStorage(files) };
    const file = await receiveFile(
      stores,
      { practiceId, service: 'edi' },
      { name: 'bench.835', cameBy: 'command', open: () => Readable.from([Buffer.from(bytes)]) },
    );
    await readRemittanceFile(stores, practiceId, file.id);
    const pids = Object.values(run.processes.pids());
    const before = { at: performance.now(), own: process.cpuUsage(), postgres: cpuMs(pids) };
    await postPayments(worker, practiceId, file.id);
    const wall = performance.now() - before.at;
    const { user, system } = process.cpuUsage(before.own);
    const [own, postgres] = [(user + system) / 1000, cpuMs(pids) - before.postgres];
    const posted = await worker.inPractice(
      { practiceId, service: 'edi' },
      undefined,
      (tx) => tx.one<{ n: number }>`
        select count(*)::int as n from remittance_claims where practice_id = ${tx.practiceId} and state = 'posted'`,
    );
    tell({ wall, own, postgres });
    await Promise.all([app.close(), worker.close()]);
    const seconds = wall / 1000;
    return {
      what: '835 posted',
      claims: claimCount,
      bytes: bytes.length,
      seconds,
      mostMb: 500,
      held: posted?.n === claimCount && claimCount / seconds >= aim,
    };
  } finally {
    await run.end();
  }
}

/** Where the time of a claim goes, and what there is not enough of. */
function tell({
  wall,
  own,
  postgres,
}: {
  readonly wall: number;
  readonly own: number;
  readonly postgres: number;
}): void {
  const cores = cpus().length;
  const each = (ms: number) => (ms / claimCount).toFixed(1);
  const rate = Math.round(claimCount / (wall / 1000));
  process.stdout.write(
    `posting: ${rate} claims/s (aim ${aim}); each ${each(wall)} ms on the wall, ${each(own)} ms of this process, ` +
      `${each(postgres)} ms of Postgres; bound by ${boundBy(wall, own, postgres, cores)}; load ${(loadavg()[0] ?? 0).toFixed(1)} on ${cores} cores\n`,
  );
}

function boundBy(wall: number, own: number, postgres: number, cores: number): string {
  if (own / wall > 0.85) return 'the one thread of this process';
  if ((own + postgres) / (wall * cores) > 0.85) return 'the processors: this process and Postgres have all of them';
  return 'waiting: commits on their way to the disk, and whatever else this machine does';
}
