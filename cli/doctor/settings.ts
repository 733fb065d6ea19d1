import { apiSettings, operatorSettings, workerSettings } from '../../domain/process-settings';
import { type SettingName, isSettingName, lookAtSettings } from '../../domain/settings';
import { type Finding, findingsOf } from './finding';

type Environment = Readonly<Record<string, string | undefined>>;

export const processes = { api: apiSettings, worker: workerSettings, migrate: operatorSettings } as const;
export type ProcessName = keyof typeof processes;

const { ok, warn, fail } = findingsOf('settings');

/** Names that are ours without being a process's setting: what `npm start` and the tests are told. */
const ofDevelopment = /^KEPT_(TEST_|STATE_FOLDER|STARTED_BY|TEMPORAL_CLI|ADMIN_DATABASE_URL)/;

/** Every setting that these processes read, each looked at by itself, and how they go together. */
export function settingFindings(environment: Environment, chosen: readonly ProcessName[]): readonly Finding[] {
  const names = [...new Set(chosen.flatMap((name): readonly SettingName[] => processes[name]))];
  const findings = [
    ...names.flatMap((name) => oneSetting(environment, name, chosen)),
    ...unknownNames(environment),
    ...weakKeys(environment, names),
    ...(isProduction(environment) ? inProduction(environment, names) : []),
  ];
  return [...wellFormed(names, findings), ...findings];
}

export const isProduction = (environment: Environment): boolean =>
  !['development', 'test'].includes(environment['KEPT_MODE'] ?? '');

function wellFormed(names: readonly SettingName[], findings: readonly Finding[]): readonly Finding[] {
  const count = names.filter((name) => !findings.some(({ code }) => code === name)).length;
  return [ok('settings', `${count} of ${names.length} settings are as they should be`)];
}

function oneSetting(environment: Environment, name: SettingName, chosen: readonly ProcessName[]): Finding[] {
  // the mode goes with it: whether a development key may stand depends on it
  const { faults } = lookAtSettings(environment, name === 'KEPT_MODE' ? [name] : [name, 'KEPT_MODE']);
  const readers = chosen.filter((one) => (processes[one] as readonly SettingName[]).includes(name)).join(' and ');
  return faults
    .filter((one) => one.name === name)
    .map(({ fault }) =>
      environment[name] === undefined || environment[name] === ''
        ? fail(name, `${name} is not set; ${readers} cannot start`, `set it: docs/deploy.md has an example`)
        : fail(name, `${name}: ${fault}; ${readers} cannot start`, `domain/settings.ts says what it means`),
    );
}

function unknownNames(environment: Environment): Finding[] {
  return Object.keys(environment)
    .filter((name) => name.startsWith('KEPT_') && !isSettingName(name) && !ofDevelopment.test(name))
    .toSorted()
    .map((name) => warn(name, `${name} is no setting of Kept: nothing reads it`, 'look for a slip in its name'));
}

const keyrings = ['KEPT_PAYLOAD_KEYS', 'KEPT_LINK_KEYS'] as const;
/** 32 random bytes have about 30 different ones; fewer than this come from no generator. */
const fewest = 16;

function weakKeys(environment: Environment, names: readonly SettingName[]): Finding[] {
  const given = keyrings.flatMap((name) => {
    const keys = names.includes(name) ? lookAtSettings(environment, [name, 'KEPT_MODE']).settings?.[name] : undefined;
    return (keys ?? []).map(({ id, secret }) => ({ name, id, secret }));
  });
  const weak = given
    .filter(({ secret }) => new Set(secret).size < fewest)
    .map(({ name, id }) =>
      fail(name, `${name}: the key ${id} is not random`, 'make one with "openssl rand -base64 32"'),
    );
  const shared = given.some(
    (one) => one.name === keyrings[0] && given.some((two) => two.name === keyrings[1] && one.secret.equals(two.secret)),
  );
  return shared
    ? [
        ...weak,
        fail(keyrings[1], `${keyrings.join(' and ')} share a key`, 'give each its own: openssl rand -base64 32'),
      ]
    : weak;
}

const databases = ['KEPT_DATABASE_URL', 'KEPT_WORKER_DATABASE_URL', 'KEPT_MIGRATOR_DATABASE_URL'] as const;
const origins = ['KEPT_STAFF_ORIGIN', 'KEPT_PORTAL_ORIGIN'] as const;

function inProduction(environment: Environment, names: readonly SettingName[]): Finding[] {
  const url = (name: SettingName): URL | undefined => {
    const text = names.includes(name) ? (environment[name] ?? '') : '';
    return URL.canParse(text) ? new URL(text) : undefined;
  };
  const plain = origins
    .filter((name) => url(name)?.protocol === 'http:')
    .map((name) => fail(name, `${name} is not https: browsers will not keep a sign-in`, 'put TLS in front of it'));
  const [staff, portal] = origins.map((name) => url(name)?.hostname);
  const one =
    staff !== undefined && staff === portal
      ? [fail(origins[1], 'console and portal share a hostname', 'give each its own: cookies know no ports')]
      : [];
  const open = databases
    .filter((name) => {
      const found = url(name);
      return found && !isHere(found) && !/^verify-(full|ca)$/.test(found.searchParams.get('sslmode') ?? '');
    })
    .map((name) => warn(name, `${name}: the database's certificate is not checked`, 'add ?sslmode=verify-full'));
  const onDisk =
    url('KEPT_STORAGE')?.protocol === 'file:'
      ? [
          warn(
            'KEPT_STORAGE',
            'files are kept on a disk of this machine alone',
            'use a bucket with versions and object lock',
          ),
        ]
      : [];
  return [...plain, ...one, ...open, ...onDisk];
}

const isHere = ({ hostname }: URL) => ['localhost', '127.0.0.1', '[::1]', ''].includes(hostname);
