import { randomUUID } from 'node:crypto';
import { openDatabase } from '../domain/database/database';
import { normalContact } from '../domain/clients/contact';
import { type KnownPractice, asOperator, openPractices } from '../domain/practice/as-operator';
import { appointAdministrator, isKnownStaff } from '../domain/practice/appoint-administrator';
import { foundPractice } from '../domain/practice/found-practice';
import { AppError } from '../domain/problems';
import { type Settings, SettingsError } from '../domain/settings';
import { isZone } from '../domain/time/wall-time';
import { hashPassword } from '../integrations/password/password';
import type { Command, CommandCall, ExitCode } from './command';
import { BadPassword, type PasswordMeans, newPassword } from './new-password';
import { operating } from './operating';
import { practiceFlag, whichPractice } from './which-practice';

const urls = ['KEPT_DATABASE_URL', 'KEPT_MIGRATOR_DATABASE_URL'] as const;
type Urls = Settings<(typeof urls)[number]>;

/** What the call says, looked at as one. */
interface Wanted {
  readonly email: string;
  readonly name: string;
  readonly found: { readonly name: string; readonly zone: string; readonly phone: string | null } | undefined;
}

const usage =
  'admin create --email E --name N [--found PRACTICE --zone ZONE [--phone P] | --practice ID] [--another] [--generate] [--json]';

/**
 * `kept admin create`: a practice's first administrator, and the practice itself where there is none (`--found`). The password
 * is typed at the terminal without being shown, is the first line of standard input, or is made up and printed once
 * (`--generate`). Exit 1: it was refused; 2: the call is wrong.
 */
export const adminCreate = (
  environment = process.env,
  means: PasswordMeans = { keys: process.stdin, screen: process.stderr },
): Command => ({
  name: 'admin create',
  summary:
    'Lets in a practice’s first administrator, and founds the practice where there is none; the password is asked for, piped in, or made up',
  usage,
  flags: {
    ...practiceFlag,
    email: { type: 'string' },
    name: { type: 'string' },
    found: { type: 'string' },
    zone: { type: 'string' },
    phone: { type: 'string' },
    another: { type: 'boolean' },
    generate: { type: 'boolean' },
  },
  run: (call) => operating(call, environment, urls, (settings) => create(call, settings, means)),
});

async function create(call: CommandCall, settings: Urls, means: PasswordMeans): Promise<ExitCode> {
  const wanted = wantedBy(call);
  const { practice, known } = await asOperator(settings.KEPT_MIGRATOR_DATABASE_URL, async (sql) => ({
    practice: wanted.found ? undefined : standing(call, await openPractices(sql)),
    known: await isKnownStaff(sql, wanted.email),
  }));
  // Somebody who signs in already keeps her password: whoever has this command must not be able to sign in as her.
  const chosen = known ? undefined : await chosenPassword(call, wanted.email, means);
  const passwordHash = await hashPassword(chosen?.password ?? randomUUID());
  const done = practice
    ? await appoint(settings, practice, { ...wanted, passwordHash })
    : await found(settings, { ...wanted, passwordHash });
  const secret = chosen?.generated ? { password: chosen.password } : {};
  if (call.json) call.print(JSON.stringify({ ...done, email: wanted.email, known, ...secret }));
  else for (const line of linesOf(done, wanted, known, secret.password)) call.print(line);
  return 0;
}

function wantedBy({ flags }: CommandCall): Wanted {
  const text = (name: string): string | undefined => {
    const value = flags[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const missing = ['email', 'name', ...(text('found') ? ['zone'] : [])].filter((name) => !text(name));
  if (missing.length > 0)
    throw wrong(`missing: ${missing.map((name) => `--${name}`).join(', ')}\nusage: kept ${usage}`);
  const [found, zone = '', phone] = [text('found'), text('zone'), text('phone')];
  if (found && flags['practice'] !== undefined) throw wrong('--found makes a new practice: it goes without --practice');
  if (found && !isZone(zone)) throw wrong('--zone: expected a time zone such as America/New_York');
  return {
    email: contact('email', text('email') ?? '', '--email: expected an e-mail address'),
    name: text('name') ?? '',
    found: found
      ? { name: found, zone, phone: phone ? contact('phone', phone, '--phone: expected a phone number') : null }
      : undefined,
  };
}

function contact(kind: 'email' | 'phone', typed: string, fault: string): string {
  try {
    return normalContact(kind, typed, '');
  } catch {
    throw wrong(fault);
  }
}

function standing(call: CommandCall, practices: readonly KnownPractice[]): KnownPractice {
  if (practices.length === 0)
    throw wrong(`there is no practice yet: name it with --found and --zone\nusage: kept ${usage}`);
  const practice = whichPractice(call, practices);
  if (practice.administrators > 0 && call.flags['another'] !== true)
    throw new Error('this practice has an administrator, who lets others in; --another adds one all the same');
  return practice;
}

async function chosenPassword(call: CommandCall, email: string, means: PasswordMeans) {
  try {
    return await newPassword(email, call.flags['generate'] === true, means);
  } catch (error) {
    throw error instanceof BadPassword ? wrong(error.message) : error;
  }
}

type Made = { readonly practiceId: string; readonly membershipId: string; readonly founded: boolean };
type Hashed = Wanted & { readonly passwordHash: string };

async function found(settings: Urls, wanted: Hashed): Promise<Made> {
  const database = openDatabase({ url: settings.KEPT_DATABASE_URL, name: 'kept operator', poolSize: 1 });
  try {
    const { email, passwordHash, name: displayName } = wanted;
    const practice = wanted.found ?? { name: '', zone: '', phone: null };
    const made = await foundPractice(
      { migratorUrl: settings.KEPT_MIGRATOR_DATABASE_URL, database },
      { ...practice, administrator: { email, passwordHash, displayName } },
    );
    return { ...made, founded: true };
  } finally {
    await database.close();
  }
}

async function appoint(settings: Urls, practice: KnownPractice, wanted: Hashed): Promise<Made> {
  try {
    const membershipId = await asOperator(settings.KEPT_MIGRATOR_DATABASE_URL, (sql) =>
      appointAdministrator(sql, {
        practiceId: practice.id,
        email: wanted.email,
        passwordHash: wanted.passwordHash,
        displayName: wanted.name,
      }),
    );
    return { practiceId: practice.id, membershipId, founded: false };
  } catch (error) {
    throw error instanceof AppError ? new Error('this e-mail address is a member of the practice already') : error;
  }
}

function linesOf(made: Made, wanted: Wanted, known: boolean, password: string | undefined): readonly string[] {
  return [
    ...(made.founded ? [`founded the practice ${made.practiceId}`] : []),
    `${wanted.email} is an administrator of the practice ${made.practiceId}`,
    ...(known ? ['she signs in with the password she has'] : []),
    ...(password === undefined ? [] : ['', `password, shown this once:  ${password}`]),
  ];
}

const wrong = (line: string) => new SettingsError(line);
