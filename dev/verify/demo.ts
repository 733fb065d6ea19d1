import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { createDatabase, withDatabase } from '../../domain/database/cluster';
import type { StoragePort } from '../../domain/files/storage-port';
import { type Instant, instantOf } from '../../domain/time/instant';
import { dayAt, instantAt } from '../../domain/time/wall-time';
import { hashPassword } from '../../integrations/password/password';
import { diskStorage } from '../../integrations/storage/disk';
import { connected } from '../../tests/builders/sql';
import { openPatiently } from '../demo/full/open-patiently';
import { seedPast } from '../demo/full/seed';
import { practice } from '../demo/people';
import { root } from '../stack/folders';
import { type RunFolder, makeRunFolder } from '../test/run-folder';
import { testServices } from '../test/services';
import { endWith } from './kill/ends';
import { say } from './kill/tell';

/**
 * `npm run verify:demo`: the past of the full practice, made as the first start of a day makes it: today, and on the first of next
 * January. Seeding itself refuses what does not tie; here is counted whether there is enough of everything, and every file is read.
 */
const wanted: Readonly<Record<string, readonly [atLeast: number, query: string]>> = {
  clients: [240, 'select count(*)::int as n from kept.clients'],
  appointments: [1100, 'select count(*)::int as n from kept.appointments'],
  'states of claims': [7, 'select count(distinct state)::int as n from kept.claims'],
  'states of messages': [4, 'select count(distinct state)::int as n from kept.messages'],
  'causes of work': [6, `select count(distinct cause)::int as n from kept.work_items where state = 'open'`],
  'payments of payers': [60, `select count(*)::int as n from kept.remittances where state = 'posted'`],
  'payments that were taken back': [3, `select count(*)::int as n from kept.remittance_claims where status = '22'`],
};

endWith(main);

async function main(): Promise<boolean> {
  const run = await makeRunFolder(join(root, '.kept', 'verify'));
  try {
    const told = await testServices(run, say)(['postgres']);
    const now = instantOf(Date.now());
    const nextYear = Number(dayAt(now, practice.zone).slice(0, 4)) + 1;
    const wrong: string[] = [];
    for (const at of [now, instantAt(`${String(nextYear)}-01-01T12:00`, practice.zone)])
      wrong.push(...(await wrongOn(at, run, told)));
    for (const line of wrong) say(`WRONG  ${line}`);
    return wrong.length === 0;
  } finally {
    await run.end();
  }
}

/** Makes the practice as of an instant in a database of its own. Answers what is not as it should be. */
async function wrongOn(
  at: Instant,
  run: RunFolder,
  told: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const day = dayAt(at, practice.zone);
  const [cluster, name] = [told['KEPT_TEST_ADMIN_URL'] ?? '', `demo_${day.replaceAll('-', '_')}`];
  await createDatabase({ adminUrl: cluster, name, template: told['KEPT_TEST_TEMPLATE'] ?? '' });
  const urlOf = (role: string) => {
    const url = new URL(withDatabase(cluster, name));
    url.username = role;
    url.password = told['KEPT_TEST_PASSWORD'] ?? '';
    return url.href;
  };
  const [files, payerFolder] = [join(run.folder, name, 'files'), join(run.folder, name, 'payer')];
  for (const folder of [files, payerFolder]) mkdirSync(folder, { recursive: true });
  const storage = diskStorage(files);
  const database = openPatiently(urlOf('kept_app'));
  const worker = openPatiently(urlOf('kept_worker'));
  try {
    say(`${day}: made anew`);
    const means = { database, worker, migratorUrl: urlOf('kept_migrator'), hash: hashPassword, storage, payerFolder };
    await seedPast({ ...means, say: (line) => void say(`${day}: ${line}`) }, at);
  } finally {
    await Promise.all([database.close(), worker.close()]);
  }
  const adminUrl = withDatabase(cluster, name);
  const wrong = [...(await tooFewIn(adminUrl)), ...(await filesLostOf(adminUrl, storage))];
  return wrong.map((one) => `${day}: ${one}`);
}

const tooFewIn = (adminUrl: string): Promise<readonly string[]> =>
  connected(adminUrl, async (sql) => {
    const wrong: string[] = [];
    for (const [name, [atLeast, query]] of Object.entries(wanted)) {
      const { rows } = await sql.query<{ n: number }>(query);
      const n = rows[0]?.n ?? 0;
      say(`${String(n)} ${name}`);
      if (n < atLeast) wrong.push(`${name}: ${String(n)} instead of ${String(atLeast)}`);
    }
    return wrong;
  });

/** Reads every file that the record knows of. */
async function filesLostOf(adminUrl: string, storage: StoragePort): Promise<readonly string[]> {
  const rows = await connected(
    adminUrl,
    async (sql) =>
      (await sql.query<{ storage_key: string; sha256: Buffer }>('select storage_key, sha256 from kept.edi_files')).rows,
  );
  const wrong: string[] = [];
  if (rows.length === 0) wrong.push('no file at all');
  for (const { storage_key: key, sha256 } of rows) {
    const found = await storage.get(key);
    const bytes = found.kind === 'found' ? await buffer(found.content) : undefined;
    if (!bytes || !createHash('sha256').update(bytes).digest().equals(sha256)) wrong.push(`no such file: ${key}`);
  }
  say(`${String(rows.length)} files are read`);
  return wrong;
}
