import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { aWorld, aPractice } from '../tests/builders/practice';
import { asSuperuser } from '../tests/builders/sql';
import { doctor } from './doctor';
import type { Finding, Verdict } from './doctor/finding';
import { runCommand } from './run-command';

const world = aWorld();
const root = path.join(__dirname, '..');
const aKey = () => `dev:${randomBytes(32).toString('base64')}`;
/** Nobody listens there. */
const nowhere = '127.0.0.1:9';
let folder: string;
let environment: Record<string, string>;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kept-doctor-'));
  const { app, worker, migrator } = world().urls;
  environment = {
    KEPT_MODE: 'test',
    KEPT_DATABASE_URL: app,
    KEPT_WORKER_DATABASE_URL: worker,
    KEPT_MIGRATOR_DATABASE_URL: migrator,
    KEPT_TEMPORAL_ADDRESS: nowhere,
    KEPT_PAYLOAD_KEYS: aKey(),
    KEPT_LINK_KEYS: aKey(),
    KEPT_STORAGE: pathToFileURL(folder).href,
    KEPT_STAFF_ORIGIN: 'http://localhost:4600',
    KEPT_PORTAL_ORIGIN: 'http://localhost:4601',
    KEPT_MAIL: 'smtp://127.0.0.1',
    KEPT_MAIL_FROM: 'practice@example.org',
  };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function kept(...words: string[]) {
  const [lines, complaints]: [string[], string[]] = [[], []];
  const exit = await runCommand([doctor(root, environment)], ['doctor', ...words], {
    print: (line) => void lines.push(line),
    complain: (line) => void complaints.push(line),
  });
  return { exit, lines, complaints };
}

async function examined(...words: string[]) {
  const { exit, lines } = await kept('--json', ...words);
  const { verdict, findings } = JSON.parse(lines.join('')) as { verdict: Verdict; findings: Finding[] };
  const of = (wanted: Verdict) =>
    findings.filter((one) => one.verdict === wanted).map(({ part, code }) => `${part} ${code}`);
  return { exit, verdict, findings, ok: of('ok'), warn: of('warn'), fail: of('fail') };
}

const asAdmin = (text: string) => asSuperuser(world().urls, (sql) => sql.query(text));

test('everything that stands is well, and what is missing says how to mend it', async () => {
  const { id } = await aPractice(world());
  const { exit, verdict, findings, ok, warn, fail } = await examined();
  expect(ok).toEqual([
    'settings settings',
    'machine node',
    'machine disk',
    ...(findings.filter(({ code, verdict: one }) => code === 'disk' && one === 'ok').length === 2
      ? ['machine disk']
      : []),
    'database KEPT_DATABASE_URL',
    'database KEPT_WORKER_DATABASE_URL',
    'database KEPT_MIGRATOR_DATABASE_URL',
    'database schema',
    'database outbox',
    'database audit',
    'practices practices',
    'claims files',
    'files files',
    'messages email',
  ]);
  expect(warn).toEqual(['messages sms', 'claims clearinghouse', 'messages agreement.smtp']);
  expect(fail).toEqual(['temporal unreachable']);
  expect([exit, verdict]).toEqual([2, 'fail']);
  expect(findings.filter((one) => one.verdict !== 'ok' && !one.mend)).toEqual([]);
  expect(findings.find(({ code }) => code === 'agreement.smtp')?.says).toContain(id);
});

test('it tells people the same in lines, without a secret', async () => {
  const { exit, lines } = await kept();
  expect(exit).toBe(2);
  expect(lines).toContain('ok    database   the schema is the one that this build was made for');
  expect(lines.some((line) => /^fail {2}temporal {3}127\.0\.0\.1:9 does not answer/.test(line))).toBe(true);
  expect(lines.at(-1)).toMatch(/^\n\d+ well, 3 to look at, 1 broken$/);
  const secrets = Object.entries(environment).flatMap(([name, value]) =>
    name.endsWith('_KEYS') ? [value.slice(4)] : name.endsWith('DATABASE_URL') ? [new URL(value).password] : [],
  );
  expect(secrets.filter((secret) => secret !== '' && lines.join('\n').includes(secret))).toEqual([]);
});

test('of one process it looks only at what that one needs', async () => {
  const { KEPT_WORKER_DATABASE_URL: _, KEPT_PAYLOAD_KEYS: __, ...api } = environment;
  environment = api;
  const { findings } = await examined('--process', 'api');
  expect(findings.map(({ code }) => code)).not.toContain('KEPT_WORKER_DATABASE_URL');
  expect(findings).toContainEqual(expect.objectContaining({ code: 'schema', verdict: 'ok' }));
  const migrate = await examined('--process', 'migrate');
  expect([migrate.exit, migrate.fail, migrate.warn]).toEqual([0, [], []]);
  expect(await kept('--process', 'apo')).toMatchObject({ exit: 2, complaints: [expect.stringContaining('--process')] });
});

test('a database that does not let us in, and a role that may too much', async () => {
  const wrong = new URL(environment['KEPT_DATABASE_URL'] ?? '');
  wrong.port = '9';
  environment['KEPT_DATABASE_URL'] = wrong.href;
  environment['KEPT_WORKER_DATABASE_URL'] = world().urls.admin;
  const { findings } = await examined();
  expect(findings).toContainEqual(
    expect.objectContaining({
      code: 'KEPT_DATABASE_URL.unreachable',
      verdict: 'fail',
      says: expect.stringContaining('ECONNREFUSED') as string,
      mend: 'start it, or mend host and port',
    }),
  );
  expect(findings).toContainEqual(expect.objectContaining({ code: 'KEPT_WORKER_DATABASE_URL.role', verdict: 'fail' }));
});

test('parked rows, what is overdue and an audit that nobody seals', async () => {
  const practice = await aPractice(world());
  await asAdmin(`
    insert into kernel.outbox (practice_id, key, kind, ref_id, parked_at) values ('${practice.id}', 'x', 'x', uuidv7(), now());
    insert into kernel.outbox (practice_id, key, kind, ref_id, created_at) values ('${practice.id}', 'y', 'y', uuidv7(), now() - interval '1 h');
    insert into kept.audit (practice_id, id, purpose, act, outcome, at) values ('${practice.id}', uuidv7(), 'operations', 'x', 'done', now() - interval '20 min')`);
  const { warn, fail } = await examined();
  expect(warn).toEqual(expect.arrayContaining(['database outbox.parked', 'database audit.unsealed']));
  expect(fail).toContain('database outbox');
  await asAdmin('delete from kernel.outbox');
});

test('with several practices it looks at all of them, or at the one that is named', async () => {
  const [one, two] = [await aPractice(world(), { name: 'Maple' }), await aPractice(world())];
  await asAdmin(
    `update kernel.memberships set ended_at = now() where practice_id = '${two.id}' and 'administrator' = any (roles)`,
  );
  expect((await examined()).warn).toContain('practices no_administrator');
  const named = await examined('--practice', 'Maple');
  expect(named.warn).not.toContain('practices no_administrator');
  expect(named.findings.filter(({ code }) => code === 'agreement.smtp').map(({ says }) => says)).toEqual([
    expect.stringContaining(one.id),
  ]);
  expect(await kept('--practice', 'Oak')).toMatchObject({
    exit: 2,
    complaints: [expect.stringContaining('no such practice')],
  });
});

test('files that nobody has read, by how many and since when; of a practice that is not named none', async () => {
  const [one, two] = [await aPractice(world()), await aPractice(world())];
  const file = (practice: string, state: string, age: string) => `
    insert into kept.edi_files (practice_id, id, direction, name, sha256, bytes, storage_key, came_by, state, reason, at)
    values ('${practice}', uuidv7(), 'in', 'x', sha256(uuidv7()::text::bytea), 1, uuidv7()::text, 'upload', 'stored', null, now() - interval '${age}');
    update kept.edi_files set state = '${state}' where practice_id = '${practice}' and state = 'stored';`;
  await asAdmin(file(one.id, 'quarantined', '3 days') + file(one.id, 'quarantined', '1 h'));
  await asAdmin(file(one.id, 'read', '9 days') + file(two.id, 'quarantined', '5 h'));
  await asAdmin(`
    insert into kernel.unplaced_files (key, vendor, choice, at)
    select sha256(n::text::bytea), 'clearinghouse', sha256('who'), now() - n * interval '1 h' from generate_series(1, 4) n`);
  const said = async (...words: string[]) =>
    (await examined(...words)).findings.flatMap(({ code, says, mend }) =>
      code.startsWith('files.') ? [[says, mend !== undefined]] : [],
    );
  const nobodys = 'files at the clearinghouse that are for nobody here: 4, the oldest for 4 h';
  const ofOne = `${one.id} has files set aside: 2, the oldest came 3 days ago`;
  const ofTwo = `${two.id} has files set aside: 1, the oldest came 5 h ago`;
  expect(await said('--practice', one.id)).toEqual([
    [nobodys, true],
    [ofOne, true],
  ]);
  expect((await said()).map(([says]) => says)).toEqual(expect.arrayContaining([nobodys, ofOne, ofTwo]));
  await asAdmin('delete from kernel.unplaced_files');
});

test('a folder for files that is a file takes nothing', async () => {
  await writeFile(path.join(folder, 'taken'), 'x');
  environment['KEPT_STORAGE'] = pathToFileURL(path.join(folder, 'taken')).href;
  expect((await examined()).fail).toContain('files unready');
  await mkdir(path.join(folder, 'files'));
  environment['KEPT_STORAGE'] = pathToFileURL(path.join(folder, 'files')).href;
  expect((await examined()).ok).toContain('files files');
});

test('adapters that lack what they need are told as settings', async () => {
  environment['KEPT_SMS'] = 'twilio:';
  environment['KEPT_STORAGE'] = 's3://bucket';
  const { findings } = await examined();
  expect(findings).toContainEqual(expect.objectContaining({ part: 'messages', code: 'settings', verdict: 'fail' }));
  expect(findings).toContainEqual(expect.objectContaining({ part: 'files', code: 'settings', verdict: 'fail' }));
});

test('a schema that somebody changed, and one that was never made', async () => {
  await asAdmin('alter table kept.clients no force row level security');
  const drifted = await examined('--process', 'migrate');
  expect(drifted.fail).toEqual(['database schema', 'database schema.rule']);
  await asAdmin('alter table kept.clients force row level security');
  await asAdmin('alter function kernel.fingerprint() rename to gone');
  const blank = await examined('--process', 'migrate');
  expect([blank.exit, blank.fail]).toEqual([2, ['database schema']]);
  await asAdmin('alter function kernel.gone() rename to fingerprint');
});
