import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { withDatabase } from '../../domain/database/cluster';
import { openDatabase } from '../../domain/database/database';
import { root } from '../stack/folders';
import { makeRunFolder } from '../test/run-folder';
import { testServices } from '../test/services';
import { practiceWithClaims } from './era-practice';

/**
 * `npm run verify:era`: a generator that others wrote makes remittances of every awkward kind for claims of ours; posted in
 * their order, every claim and every file must end as the generator says. It stands beside the repository; where it does not,
 * this says so and ends well.
 */
const generator = resolve('..', 'shared', 'x12', 'era-authored', 'make_era.py');
const kept = join(root, 'dist', 'cli', 'main.js');

interface Expected {
  readonly order: readonly string[];
  readonly skipped: readonly unknown[];
  readonly files: readonly { readonly name: string; readonly disposition: string; readonly reason: string | null }[];
  readonly claims: Readonly<Record<string, Ledger>>;
  readonly cash: readonly {
    readonly file: string;
    readonly stOrdinal: number;
    readonly bprCents: number;
    readonly appliedCents: number;
    readonly unappliedCents: number;
    readonly plbCents: number;
  }[];
}
interface Ledger {
  readonly state: string;
  readonly lines: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly [column: string]: unknown;
}
interface Told {
  readonly file: string;
  readonly disposition: string;
  readonly reason?: string;
  readonly remittances: readonly {
    readonly stOrdinal: number;
    readonly bprCents: number;
    readonly appliedCents: number;
    readonly unappliedCents: number;
    readonly plbCents: number;
  }[];
}

async function main(): Promise<number> {
  if (!existsSync(generator)) {
    console.log('left out: there is no generator of remittances beside the repository');
    return 0;
  }
  const run = await makeRunFolder(join(root, '.kept', 'verify'));
  try {
    const services = await testServices(run, console.log)(['postgres']);
    return await prove(run.folder, services);
  } finally {
    await run.end();
  }
}

async function prove(folder: string, services: Readonly<Record<string, string>>): Promise<number> {
  const url = (role: string) => {
    const at = new URL(withDatabase(services['KEPT_TEST_ADMIN_URL'] ?? '', services['KEPT_TEST_TEMPLATE'] ?? ''));
    at.username = role;
    at.password = services['KEPT_TEST_PASSWORD'] ?? '';
    return at.href;
  };
  const [app, worker] = ['kept_app', 'kept_worker'].map((role) => openDatabase({ url: url(role), name: 'verify era' }));
  if (!app || !worker) return 1;
  await practiceWithClaims({ app, worker, migratorUrl: url('kept_migrator') }, 44);
  await Promise.all([app.close(), worker.close()]);

  const files = join(folder, 'files');
  mkdirSync(files);
  const environment = {
    ...process.env,
    KEPT_WORKER_DATABASE_URL: url('kept_worker'),
    KEPT_MIGRATOR_DATABASE_URL: url('kept_migrator'),
    KEPT_STORAGE: `file://${files}`,
  };
  const ask = (...words: readonly string[]): readonly unknown[] => {
    const { stdout, stderr } = spawnSync(process.execPath, [kept, ...words, '--json'], {
      env: environment,
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    if (stdout.trim() === '') throw new Error(stderr);
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
  };
  const claims = join(folder, 'claims.json');
  writeFileSync(claims, JSON.stringify(ask('claims', 'list', '--status', 'submitted')[0]));
  const era = join(folder, 'era');
  const made = spawnSync('python3', [generator, '--out', era, '--claims', claims], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr);
  const where = existsSync(join(era, 'expected-ledger.json')) ? era : join(era, 'era');
  const expected = JSON.parse(readFileSync(join(where, 'expected-ledger.json'), 'utf8')) as Expected;
  const told = ask('remittance', 'post', ...expected.order.map((name) => join(where, name))) as readonly Told[];
  return compare(expected, told, (control) => ask('ledger', 'claim', control)[0] as Ledger | undefined);
}

function compare(expected: Expected, told: readonly Told[], ledger: (control: string) => Ledger | undefined): number {
  const wrong: string[] = [];
  const same = (what: string, found: unknown, wanted: unknown) => {
    if (JSON.stringify(found) !== JSON.stringify(wanted))
      wrong.push(`${what}: ${JSON.stringify(found)}, expected ${JSON.stringify(wanted)}`);
  };
  for (const file of expected.files) {
    const one = told.find((report) => report.file.endsWith(file.name));
    same(file.name, one?.disposition, file.disposition);
    for (const cash of expected.cash.filter((entry) => entry.file === file.name)) {
      const found = one?.remittances.find((remittance) => remittance.stOrdinal === cash.stOrdinal);
      for (const column of ['bprCents', 'appliedCents', 'plbCents'] as const)
        same(`${file.name} ${column}`, found?.[column], cash[column]);
    }
  }
  for (const [control, claim] of Object.entries(expected.claims)) {
    const found = ledger(control);
    for (const column of [
      'chargeCents',
      'insurancePaidCents',
      'contractualAdjCents',
      'deniedCents',
      'patientRespCents',
      'openCents',
      'state',
    ])
      same(`${control} ${column}`, found?.[column], claim[column]);
    for (const [line, sums] of Object.entries(claim.lines))
      for (const column of ['insurancePaidCents', 'contractualAdjCents', 'deniedCents', 'patientRespCents'])
        if (column in sums) same(`${control} ${line} ${column}`, found?.lines[line]?.[column], sums[column]);
  }
  for (const line of wrong) console.log(`    ${line}`);
  if (expected.skipped.length > 0) console.log(`    skipped: ${JSON.stringify(expected.skipped)}`);
  console.log(
    `${String(expected.files.length)} files, ${String(Object.keys(expected.claims).length)} claims: ${wrong.length === 0 ? 'all as expected' : `${String(wrong.length)} differ`}`,
  );
  return wrong.length === 0 && expected.skipped.length === 0 ? 0 : 1;
}

void main().then((code) => {
  process.exitCode = code;
});
