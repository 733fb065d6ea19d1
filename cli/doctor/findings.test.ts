import type { StoragePort } from '../../domain/files/storage-port';
import { aClearinghouse } from '../../tests/builders/clearinghouse';
import { clearinghouseFindings } from './claims';
import { judged } from './database';
import { fileFindings } from './files';
import { type Finding, codeOf, worst } from './finding';
import { machineFindings } from './machine';
import { agreementFindings, channelFindings } from './messages';
import { practiceFindings } from './practices';
import { engineFindings } from './temporal';
import { waitingFindings } from './waiting';

const told = (findings: readonly Finding[]) => findings.map(({ verdict, code, says }) => `${verdict} ${code}: ${says}`);
const troubles = (findings: readonly Finding[]) => told(findings.filter(({ verdict }) => verdict !== 'ok'));

describe('a login', () => {
  const seen = {
    version: 180_001,
    role: 'kept_app',
    superuser: false,
    bypasses: false,
    inherits: false,
    may_own: false,
    skewMs: 40,
  };
  const app = (more: Partial<typeof seen>) => told(judged('KEPT_DATABASE_URL', { ...seen, ...more }));

  test('that is as it should be', () => {
    expect(app({})).toEqual(['ok KEPT_DATABASE_URL: KEPT_DATABASE_URL works: kept_app, Postgres 18']);
    const migrator = { ...seen, role: 'kept_migrator', may_own: true };
    expect(told(judged('KEPT_MIGRATOR_DATABASE_URL', migrator))[0]).toMatch(/^ok/);
  });

  test.each([
    [{ version: 170_004 }, 'fail postgres.version: Postgres 17 is too old'],
    [
      { superuser: true },
      'fail KEPT_DATABASE_URL.role: KEPT_DATABASE_URL: kept_app passes the walls between practices',
    ],
    [{ bypasses: true }, 'fail KEPT_DATABASE_URL.role: KEPT_DATABASE_URL: kept_app passes the walls between practices'],
    [{ role: 'app' }, 'fail KEPT_DATABASE_URL.role: KEPT_DATABASE_URL: signs in as app, not as kept_app'],
    [{ inherits: true }, 'fail KEPT_DATABASE_URL.role: KEPT_DATABASE_URL: kept_app inherits what others may'],
    [{ may_own: true }, 'fail KEPT_DATABASE_URL.role: KEPT_DATABASE_URL: kept_app may act as the owner of the tables'],
    [{ skewMs: -1_500 }, "warn clock: the database's clock is 1.5 s behind this machine's"],
    [{ skewMs: 45_000 }, "fail clock: the database's clock is 45.0 s ahead of this machine's"],
  ])('that has %j', (more, line) => {
    expect(app(more)).toEqual([line]);
  });

  test('of the migrator that may not act as the owner', () => {
    expect(told(judged('KEPT_MIGRATOR_DATABASE_URL', { ...seen, role: 'kept_migrator' }))).toEqual([
      'fail KEPT_MIGRATOR_DATABASE_URL.role: KEPT_MIGRATOR_DATABASE_URL: kept_migrator may not act as the owner of the tables',
    ]);
  });
});

describe('the clearinghouse', () => {
  const port = aClearinghouse();

  test('that can be looked at, that is not configured, and that cannot be reached', async () => {
    expect(told(await clearinghouseFindings(port.port))).toEqual(['ok clearinghouse: clearinghouse can be looked at']);
    expect(told(await clearinghouseFindings(undefined))).toEqual([
      'warn clearinghouse: no clearinghouse is configured: claims are written and wait',
    ]);
    port.silent = true;
    expect(told(await clearinghouseFindings(port.port))).toEqual([
      'fail clearinghouse.unreachable: clearinghouse cannot be looked at (silent)',
    ]);
  });
});

describe('what waits', () => {
  const calm = { waiting: 3, parked: 0, outbox_age: 2, unsealed_age: 4, unanchored_age: 0, overdue: 0 };
  const waits = (more: Partial<typeof calm>) => troubles(waitingFindings({ ...calm, ...more }));

  test('is no news while it flows', () => {
    expect(told(waitingFindings(calm))).toEqual([
      'ok outbox: the outbox flows: 3 waiting',
      'ok audit: the audit is sealed',
    ]);
  });

  test.each([
    [{ outbox_age: 90 }, 'warn outbox: the outbox stands: 3 waiting, the oldest for 90 s'],
    [{ outbox_age: 1_800 }, 'fail outbox: the outbox stands: 3 waiting, the oldest for 30 min'],
    [{ parked: 2 }, 'warn outbox.parked: 2 changes were given up after twenty tries'],
    [{ overdue: 5 }, 'warn steps.overdue: 5 steps should have happened more than a minute ago'],
    [{ unsealed_age: 900 }, 'warn audit.unsealed: audit entries of 15 min ago are not sealed yet'],
    [{ unsealed_age: 7_200 }, 'fail audit.unsealed: audit entries of 120 min ago are not sealed yet'],
    [
      { unanchored_age: 900 },
      "warn audit.unanchored: the audit's newest seal is not kept outside the database since 15 min",
    ],
  ])('is told when it stands: %j', (more, line) => {
    expect(waits(more)).toEqual([line]);
  });
});

test('a practice without administrator, one half founded, none at all', () => {
  expect(told(practiceFindings([]))).toEqual(['warn none: there is no practice yet']);
  expect(told(practiceFindings([{ id: 'a', name: 'Cedar', administrators: 1 }]))).toEqual([
    'ok practices: practices: 1',
  ]);
  const troubled = [
    { id: 'a', name: 'Cedar', administrators: 0 },
    { id: 'b', name: null, administrators: 1 },
  ];
  expect(told(practiceFindings(troubled))).toEqual([
    'warn no_administrator: a has no administrator',
    'fail half_founded: b: founding it was broken off',
  ]);
});

describe('the engine', () => {
  const engine = { version: '1.31.1', retentionDays: 30, working: true };
  test('as it should be', () => {
    expect(told(engineFindings(engine, 'kept', true))).toEqual(['ok temporal: Temporal 1.31.1, namespace kept']);
    expect(told(engineFindings({ ...engine, version: '2.0.0' }, 'kept', true))[0]).toMatch(/^ok/);
  });
  test.each([
    [{ version: '1.28.3' }, 'fail version: Temporal 1.28.3 is too old'],
    [{ retentionDays: 1.5 }, 'warn retention: the namespace keeps what has ended for 1 days'],
    [{ retentionDays: undefined }, 'fail namespace: there is no namespace kept'],
    [{ working: false }, 'warn no_worker: no worker asks for work: reminders wait'],
  ])('with %j', (more, line) => {
    expect(told(engineFindings({ ...engine, ...more }, 'kept', true))).toEqual([line]);
  });
  test('of a developer may forget sooner', () => {
    expect(troubles(engineFindings({ ...engine, retentionDays: 1 }, 'default', false))).toEqual([]);
  });
});

test('channels that are not there are told, and vendors without an agreement, practice by practice', async () => {
  const smtp = {
    vendor: 'smtp',
    channel: 'email',
    repeat: 'never',
    send: () => Promise.reject(new Error('no')),
    check: () => Promise.reject(new Error('no')),
  } as const;
  expect(told(channelFindings({ email: smtp }))).toEqual([
    'warn sms: texts are not configured: who would get one becomes work for people',
    'ok email: mail go through smtp',
  ]);
  const asked: string[] = [];
  const findings = await agreementFindings(['smtp', 'disk', 'sandbox', 'smtp'], ['a', 'b'], (practice, vendor) => {
    asked.push(`${practice} ${vendor}`);
    return Promise.resolve(practice === 'a');
  });
  expect(asked).toEqual(['a smtp', 'b smtp']);
  expect(told(findings)).toEqual([
    'warn agreement.smtp: b has no business associate agreement in force with smtp, which gets nothing until then',
  ]);
});

describe('the machine', () => {
  const megabytes = (free: number) => () => Promise.resolve({ free: free * 1024 * 1024, all: 1e12 });
  test.each([
    ['24.1.0', 90_000, []],
    ['20.9.0', 90_000, [expect.stringMatching(/^fail node: Node 20.9.0 is too old$/)]],
    ['24.1.0', 900, [expect.stringMatching(/^warn disk: 900 MB are free/)]],
    ['24.1.0', 90, [expect.stringMatching(/^fail disk: 90 MB are free/)]],
  ])('with Node %s and %d MB', async (version, free, lines) => {
    expect(troubles(await machineFindings(undefined, { version, space: megabytes(free) }))).toEqual(lines);
  });
  test('of a folder that is not made yet looks at the one above it, and says when it may not', async () => {
    const asked: string[] = [];
    const space = (folder: string) => {
      asked.push(folder);
      return folder === '/var' || folder.startsWith('/tmp') ? megabytes(5_000)() : Promise.reject(new Error('ENOENT'));
    };
    expect(troubles(await machineFindings('file:///var/kept/files', { version: '24.0.0', space }))).toEqual([]);
    expect(asked).toContain('/var');
    const none = () => Promise.reject(new Error('EACCES'));
    expect(troubles(await machineFindings('file:///var/kept', { version: '24.0.0', space: none }))).toHaveLength(2);
  });
});

describe('the file store', () => {
  const unready = (code: 'denied' | 'not_versioned'): StoragePort =>
    ({ vendor: 's3', check: () => Promise.resolve({ kind: 'refused', code }) }) as unknown as StoragePort;
  test.each(['denied', 'not_versioned'] as const)('that is %s says how to mend it', async (code) => {
    const [finding] = await fileFindings(unready(code));
    expect(finding).toMatchObject({ verdict: 'fail', code: 'unready', says: expect.stringContaining(code) as string });
    expect(finding?.mend).toMatch(code === 'denied' ? /right to read/ : /versions/);
  });
});

test('of errors only the code or the kind is told', () => {
  expect(codeOf(Object.assign(new Error('password of mara'), { code: '28P01' }))).toBe('28P01');
  expect(codeOf(new TypeError('mara'))).toBe('TypeError');
  expect(codeOf(new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })]))).toBe('ECONNREFUSED');
  expect(codeOf('mara')).toBe('unknown');
  expect(worst([])).toBe('ok');
});
