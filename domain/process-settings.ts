import type { SettingName } from './settings';

/** What a process must read to have message ports. */
export const messageSettings = [
  'KEPT_MODE',
  'KEPT_SMS',
  'KEPT_MAIL',
  'KEPT_MAIL_FROM',
  'KEPT_TWILIO_ACCOUNT_SID',
  'KEPT_TWILIO_AUTH_TOKEN',
  'KEPT_TWILIO_FROM',
  'KEPT_CALLBACK_ORIGIN',
  'KEPT_SANDBOX_SECRET',
] as const satisfies readonly SettingName[];

/** What a process must read to have the clearinghouse port. */
export const clearinghouseSettings = [
  'KEPT_CLEARINGHOUSE',
  'KEPT_CLEARINGHOUSE_HOST_KEY',
  'KEPT_CLEARINGHOUSE_PASSWORD',
  'KEPT_CLEARINGHOUSE_KEY_FILE',
] as const satisfies readonly SettingName[];

/** What each process reads when it starts; `kept doctor` looks at the same. */
export const apiSettings = [
  ...messageSettings,
  'KEPT_DATABASE_URL',
  'KEPT_LINK_KEYS',
  'KEPT_STAFF_ORIGIN',
  'KEPT_PORTAL_ORIGIN',
  'KEPT_STAFF_PORT',
  'KEPT_PORTAL_PORT',
  'KEPT_PRIVATE_HOST',
  'KEPT_API_PRIVATE_PORT',
  'KEPT_PROXIES',
  'KEPT_STORAGE',
  'KEPT_TEMPORAL_ADDRESS',
  'KEPT_LOG_LEVEL',
  'KEPT_SHUTDOWN_SECONDS',
] as const satisfies readonly SettingName[];

export const workerSettings = [
  ...messageSettings,
  ...clearinghouseSettings,
  'KEPT_WORKER_DATABASE_URL',
  'KEPT_TEMPORAL_ADDRESS',
  'KEPT_TEMPORAL_NAMESPACE',
  'KEPT_PAYLOAD_KEYS',
  'KEPT_LINK_KEYS',
  'KEPT_PORTAL_ORIGIN',
  'KEPT_STORAGE',
  'KEPT_PRIVATE_HOST',
  'KEPT_WORKER_PRIVATE_PORT',
  'KEPT_LOG_LEVEL',
  'KEPT_SWEEP_SECONDS',
  'KEPT_CLEARINGHOUSE_POLL_SECONDS',
  'KEPT_SEAL_SECONDS',
  'KEPT_SHUTDOWN_SECONDS',
] as const satisfies readonly SettingName[];

/** The migrations and the operator's own commands. */
export const operatorSettings = ['KEPT_MODE', 'KEPT_MIGRATOR_DATABASE_URL'] as const satisfies readonly SettingName[];
