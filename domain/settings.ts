import { z } from 'zod';

const port = z.coerce.number().int().min(1).max(65_535);
const origin = z.url({ protocol: /^https?$/ }).transform((text) => new URL(text).origin);
const seconds = (standard: number) => z.coerce.number().int().positive().default(standard);
/** `id:base64` pairs, the first one encrypts, all of them decrypt: a key is added in front, and removed when nothing needs it. */
const keyring = z.string().transform((text, context) => {
  const keys = text.split(',').map((pair) => {
    const [id = '', secret = ''] = pair.split(':');
    return { id, secret: Buffer.from(secret, 'base64') };
  });
  if (keys.every((key) => /^[a-z0-9-]{1,20}$/.test(key.id) && key.secret.length === 32)) return keys;
  context.addIssue({ code: 'custom', message: 'expected id:base64 pairs of 32-byte keys, separated by commas' });
  return z.NEVER;
});
const fingerprints = z.string().transform((text, context) => {
  const all = text.split(',').map((one) => one.trim().replace(/=$/, ''));
  if (all.every((one) => /^SHA256:[A-Za-z0-9+/]{43}$/.test(one))) return all;
  context.addIssue({ code: 'custom', message: 'expected SHA256:… fingerprints, separated by commas' });
  return z.NEVER;
});

const shape = {
  /** In production simulators, demo data and default secrets refuse to start. */
  KEPT_MODE: z.enum(['development', 'test', 'production']).default('production'),
  KEPT_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  KEPT_WORKER_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  KEPT_MIGRATOR_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** For `kept db prepare` alone: an administrator with CREATEROLE and CREATEDB. */
  KEPT_ADMIN_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  KEPT_TEMPORAL_ADDRESS: z.string().default('127.0.0.1:7233'),
  KEPT_TEMPORAL_NAMESPACE: z.string().default('default'),
  /** Encrypt what Temporal stores. */
  KEPT_PAYLOAD_KEYS: keyring,
  /** Sign the links that reminders carry. */
  KEPT_LINK_KEYS: keyring,
  KEPT_STAFF_ORIGIN: origin,
  KEPT_PORTAL_ORIGIN: origin,
  KEPT_STAFF_PORT: port.default(4600),
  KEPT_PORTAL_PORT: port.default(4601),
  /** Where health and metrics are served: loopback, or a private network's address. */
  KEPT_PRIVATE_HOST: z.string().default('127.0.0.1'),
  /** Whose X-Forwarded-For is believed: the number of proxies in front. */
  KEPT_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** Health and metrics of the api; never public. */
  KEPT_API_PRIVATE_PORT: port.default(4602),
  /** Health and metrics of the worker; never public. */
  KEPT_WORKER_PRIVATE_PORT: port.default(4603),
  /** `file:///folder` or `s3://bucket?endpoint=…&region=…&pathStyle=1`; credentials as the AWS SDK finds them. */
  KEPT_STORAGE: z.url({ protocol: /^(file|s3)$/ }),
  /**
   * `file:///folder` with `to/` and `from/` in it, which the clearinghouse's program watches, or
   * `sftp://user@host:port?to=…&from=…&sent=…` with its folders: where files go, where answers lie, and where it moves what it took,
   * if it does. Unset: claims are not sent.
   */
  KEPT_CLEARINGHOUSE: z.url({ protocol: /^(file|sftp)$/ }).optional(),
  /** `SHA256:…` of the host's key, as `ssh-keygen -lf` prints it; several with commas while it changes. No other host is spoken to. */
  KEPT_CLEARINGHOUSE_HOST_KEY: fingerprints.optional(),
  /** What the login asks for: a password, or a file with a private key, which the password opens where it is locked. */
  KEPT_CLEARINGHOUSE_PASSWORD: z.string().optional(),
  KEPT_CLEARINGHOUSE_KEY_FILE: z.string().optional(),
  /**
   * `sandbox:http://host:port?repeat=keyed|lookup|never` (development) or `twilio:`, `twilio:?redacted=1` where the account
   * hides what it sent, so that nothing can be looked up. Unset: texts are not configured.
   */
  KEPT_SMS: z.string().optional(),
  /** `sandbox:…` as above, `smtp://…` or `smtps://…`. Unset: mail is not configured. */
  KEPT_MAIL: z.string().optional(),
  KEPT_MAIL_FROM: z.email().optional(),
  KEPT_TWILIO_ACCOUNT_SID: z.string().optional(),
  KEPT_TWILIO_AUTH_TOKEN: z.string().optional(),
  KEPT_TWILIO_FROM: z.string().optional(),
  /** Where vendors reach us with callbacks, e.g. the portal's origin. */
  KEPT_CALLBACK_ORIGIN: origin.optional(),
  /** The message sandbox, development only: its page and vendor API, where it keeps what it got, and what signs its callbacks. */
  KEPT_SANDBOX_PORT: port.default(4610),
  KEPT_SANDBOX_FOLDER: z.string().default('.kept/sandbox'),
  KEPT_SANDBOX_SECRET: z.string().min(16).optional(),
  /** The payer simulator, development only: its SFTP server, what it keeps, and the seconds from one of its answers to the next. */
  KEPT_PAYER_PORT: port.default(4608),
  KEPT_PAYER_FOLDER: z.string().default('.kept/payer'),
  KEPT_PAYER_SECONDS: z.coerce.number().min(0).max(3600).default(3),
  KEPT_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** How often the worker looks for what is overdue and was told to nobody. */
  KEPT_SWEEP_SECONDS: seconds(60),
  /** How often the worker looks for answers of the clearinghouse. */
  KEPT_CLEARINGHOUSE_POLL_SECONDS: seconds(300),
  /** How often the worker seals the audit. */
  KEPT_SEAL_SECONDS: seconds(5),
  /** Grace for activities under way when a process is told to end. */
  KEPT_SHUTDOWN_SECONDS: seconds(20),
};

export type SettingName = keyof typeof shape;
export type Settings<Name extends SettingName = SettingName> = Readonly<{
  [Key in Name]: z.output<(typeof shape)[Key]>;
}>;

/** A setting is wrong or missing. `message` is one line for the operator; it never repeats a value. */
export class SettingsError extends Error {}

/**
 * Reads the settings that a process names. Values of others are not looked at.
 * @throws SettingsError naming each setting that is wrong or missing
 */
export function readSettings<Name extends SettingName>(
  environment: Readonly<Record<string, string | undefined>>,
  names: readonly Name[],
): Settings<Name> {
  const { settings, faults } = lookAtSettings(environment, names);
  if (settings) return settings;
  throw new SettingsError(
    `settings are wrong or missing: ${faults.map(({ name, fault }) => `${name}: ${fault}`).join('; ')}`,
  );
}

export interface SettingFault {
  readonly name: SettingName;
  /** Never repeats the value. */
  readonly fault: string;
}

/** The same as an answer: the settings, or what is wrong with each of them. */
export function lookAtSettings<Name extends SettingName>(
  environment: Readonly<Record<string, string | undefined>>,
  names: readonly Name[],
): { readonly settings?: Settings<Name>; readonly faults: readonly SettingFault[] } {
  const wanted = z.object(Object.fromEntries(names.map((name) => [name, shape[name]])));
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = wanted.safeParse(present);
  if (!parsed.success)
    return { faults: parsed.error.issues.map(({ path, message }) => ({ name: path[0] as Name, fault: message })) };
  const faults = developmentKeys(present, names);
  return faults.length > 0 ? { faults } : { settings: parsed.data as Settings<Name>, faults };
}

export const isSettingName = (name: string): name is SettingName => Object.hasOwn(shape, name);

/** The embedded stack's keys carry the id `dev`: in production a process that was given one refuses to start. */
function developmentKeys(
  present: Readonly<Record<string, string | undefined>>,
  names: readonly SettingName[],
): SettingFault[] {
  if (['development', 'test'].includes(present['KEPT_MODE'] ?? '')) return [];
  return (['KEPT_PAYLOAD_KEYS', 'KEPT_LINK_KEYS'] as const)
    .filter((name) => names.includes(name) && /(^|,)dev:/.test(present[name] ?? ''))
    .map((name) => ({ name, fault: 'a development key, in production mode' }));
}
