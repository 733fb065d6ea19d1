import { randomBytes } from 'node:crypto';
import { type ProcessName, settingFindings } from './settings';

const aKey = () => randomBytes(32).toString('base64');
const well: Readonly<Record<string, string>> = {
  KEPT_DATABASE_URL: 'postgres://kept_app:x@db/kept?sslmode=verify-full',
  KEPT_WORKER_DATABASE_URL: 'postgres://kept_worker:x@db/kept?sslmode=verify-full',
  KEPT_MIGRATOR_DATABASE_URL: 'postgres://kept_migrator:x@db/kept?sslmode=verify-full',
  KEPT_PAYLOAD_KEYS: `2026a:${aKey()}`,
  KEPT_LINK_KEYS: `2026a:${aKey()}`,
  KEPT_STORAGE: 's3://kept-files?region=us-east-1',
  KEPT_STAFF_ORIGIN: 'https://console.example.org',
  KEPT_PORTAL_ORIGIN: 'https://portal.example.org',
};
const all: readonly ProcessName[] = ['api', 'worker', 'migrate'];
const troubles = (more: Record<string, string>, chosen = all) =>
  settingFindings({ ...well, ...more }, chosen)
    .filter(({ verdict }) => verdict !== 'ok')
    .map(({ code, verdict, says }) => `${verdict} ${code}: ${says}`);

test('a production environment as docs/deploy.md tells it is well', () => {
  expect(settingFindings(well, all)).toEqual([
    {
      part: 'settings',
      code: 'settings',
      verdict: 'ok',
      says: expect.stringMatching(/^(\d+) of \1 settings are as they should be$/) as string,
    },
  ]);
});

test('every setting that is missing is told by itself, with the processes that cannot start without it', () => {
  expect(troubles({ KEPT_LINK_KEYS: '', KEPT_MIGRATOR_DATABASE_URL: '' })).toEqual([
    'fail KEPT_LINK_KEYS: KEPT_LINK_KEYS is not set; api and worker cannot start',
    'fail KEPT_MIGRATOR_DATABASE_URL: KEPT_MIGRATOR_DATABASE_URL is not set; migrate cannot start',
  ]);
});

test('what another process reads is not missed', () => {
  expect(troubles({ KEPT_DATABASE_URL: '', KEPT_STAFF_ORIGIN: '' }, ['worker'])).toEqual([]);
});

test.each([
  ['KEPT_DATABASE_URL', 'hunter2', 'fail'],
  ['KEPT_PAYLOAD_KEYS', '2026a:hunter2', 'fail'],
  ['KEPT_STAFF_PORT', 'hunter2', 'fail'],
  ['KEPT_MODE', 'hunter2', 'fail'],
  ['KEPT_LINK_KEYS', `dev:${aKey()}`, 'fail'],
])('%s that is wrong is told without its value', (name, value, verdict) => {
  const [first = '', ...rest] = troubles({ [name]: value });
  expect(rest).toEqual([]);
  expect(first).toMatch(new RegExp(`^${verdict} ${name}: ${name}: .+ cannot start$`));
  expect(first).not.toContain(value);
});

test('a name that nothing reads is probably a slip', () => {
  expect(troubles({ KEPT_STORGE: 'file:///x', KEPT_STATE_FOLDER: '/x', HOME: '/x' })).toEqual([
    'warn KEPT_STORGE: KEPT_STORGE is no setting of Kept: nothing reads it',
  ]);
});

test('a key that no generator made is refused, and one key for two purposes', () => {
  const [zeros, shared] = [Buffer.alloc(32).toString('base64'), aKey()];
  expect(troubles({ KEPT_PAYLOAD_KEYS: `b:${aKey()},a:${zeros}` })).toEqual([
    'fail KEPT_PAYLOAD_KEYS: KEPT_PAYLOAD_KEYS: the key a is not random',
  ]);
  expect(troubles({ KEPT_PAYLOAD_KEYS: `a:${shared}`, KEPT_LINK_KEYS: `b:${shared}` })).toEqual([
    'fail KEPT_LINK_KEYS: KEPT_PAYLOAD_KEYS and KEPT_LINK_KEYS share a key',
  ]);
});

test('in production: origins without TLS or on one hostname, an unchecked certificate, a disk', () => {
  const more = {
    KEPT_STAFF_ORIGIN: 'http://kept.example.org',
    KEPT_PORTAL_ORIGIN: 'https://kept.example.org:8443',
    KEPT_DATABASE_URL: 'postgres://kept_app:x@db/kept?sslmode=require',
    KEPT_MIGRATOR_DATABASE_URL: 'postgres://kept_migrator:x@localhost/kept',
    KEPT_STORAGE: 'file:///var/kept',
  };
  expect(troubles(more)).toEqual([
    'fail KEPT_STAFF_ORIGIN: KEPT_STAFF_ORIGIN is not https: browsers will not keep a sign-in',
    'fail KEPT_PORTAL_ORIGIN: console and portal share a hostname',
    "warn KEPT_DATABASE_URL: KEPT_DATABASE_URL: the database's certificate is not checked",
    'warn KEPT_STORAGE: files are kept on a disk of this machine alone',
  ]);
  expect(troubles({ ...more, KEPT_MODE: 'development' })).toEqual([]);
});
