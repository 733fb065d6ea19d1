import { pathToFileURL } from 'node:url';
import { clearinghouseSettings } from '../../domain/process-settings';
import type { SettingName } from '../../domain/settings';
import type { StateFolder } from './folders';
import type { Ports } from './ports';
import { postgresUrl } from './postgres';
import type { Secrets } from './secrets';

export const databaseName = 'kept';

type Environment = Readonly<Record<string, string | undefined>>;
export type KeptSettings = Readonly<Partial<Record<SettingName, string>>>;

/** What a developer may set for an embedded stack too: real vendors, a bucket, how much is logged. The rest is the stack's. */
const open: readonly SettingName[] = [
  'KEPT_STORAGE',
  ...clearinghouseSettings,
  'KEPT_PAYER_SECONDS',
  'KEPT_SMS',
  'KEPT_MAIL',
  'KEPT_MAIL_FROM',
  'KEPT_TWILIO_ACCOUNT_SID',
  'KEPT_TWILIO_AUTH_TOKEN',
  'KEPT_TWILIO_FROM',
  'KEPT_CALLBACK_ORIGIN',
  'KEPT_LOG_LEVEL',
  'KEPT_SWEEP_SECONDS',
  'KEPT_CLEARINGHOUSE_POLL_SECONDS',
  'KEPT_SEAL_SECONDS',
  'KEPT_SHUTDOWN_SECONDS',
];

/** The settings of `domain/settings.ts` for a stack on this machine. */
export function embeddedSettings(call: {
  readonly ports: Ports;
  readonly secrets: Secrets;
  readonly state: StateFolder;
  /** Fingerprint of the payer simulator's host key. */
  readonly payerKey: string;
  readonly temporal: { readonly address: string; readonly namespace: string };
  readonly environment: Environment;
}): KeptSettings {
  const { ports, secrets } = call;
  const sandbox = `sandbox:http://127.0.0.1:${ports.sandbox}`;
  const standard: KeptSettings = {
    KEPT_MODE: 'development',
    ...databaseSettings(ports, secrets),
    KEPT_TEMPORAL_ADDRESS: call.temporal.address,
    KEPT_TEMPORAL_NAMESPACE: call.temporal.namespace,
    KEPT_PAYLOAD_KEYS: `dev:${secrets.payloadKey}`,
    KEPT_LINK_KEYS: `dev:${secrets.linkKey}`,
    KEPT_STAFF_ORIGIN: `http://localhost:${ports.console}`,
    KEPT_PORTAL_ORIGIN: `http://localhost:${ports.portal}`,
    KEPT_STAFF_PORT: String(ports.console),
    KEPT_PORTAL_PORT: String(ports.portal),
    KEPT_API_PRIVATE_PORT: String(ports.apiPrivate),
    KEPT_WORKER_PRIVATE_PORT: String(ports.workerPrivate),
    KEPT_STORAGE: pathToFileURL(call.state.files).href,
    KEPT_SMS: `${sandbox}?repeat=lookup`,
    KEPT_MAIL: `${sandbox}?repeat=never`,
    KEPT_MAIL_FROM: 'practice@kept.example',
    KEPT_CALLBACK_ORIGIN: `http://localhost:${ports.portal}`,
    KEPT_SANDBOX_SECRET: secrets.sandbox,
    KEPT_CLEARINGHOUSE: `sftp://kept@127.0.0.1:${ports.payer}?sent=sent`,
    KEPT_CLEARINGHOUSE_HOST_KEY: call.payerKey,
    KEPT_CLEARINGHOUSE_PASSWORD: secrets.payer,
    KEPT_CLEARINGHOUSE_POLL_SECONDS: '2',
    KEPT_SHUTDOWN_SECONDS: '5',
  };
  const chosen = open.flatMap((name) => (call.environment[name] ? [[name, call.environment[name]] as const] : []));
  return { ...standard, ...Object.fromEntries(chosen) };
}

/** How each role connects. */
export function databaseSettings(ports: Ports, secrets: Secrets): KeptSettings {
  const url = (role: 'app' | 'worker' | 'migrator') =>
    postgresUrl(ports.postgres, `kept_${role}`, secrets.postgres[role], databaseName);
  return {
    KEPT_DATABASE_URL: url('app'),
    KEPT_WORKER_DATABASE_URL: url('worker'),
    KEPT_MIGRATOR_DATABASE_URL: url('migrator'),
  };
}

/** What a process of Kept is given: this machine's environment, and no KEPT_ setting but the stack's. */
export function processEnvironment(environment: Environment, settings: Environment): Environment {
  const outside = Object.entries(environment).filter(([name]) => !/^(KEPT_|npm_|PG)/.test(name));
  return { ...Object.fromEntries(outside), ...settings };
}
