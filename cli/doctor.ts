import { join } from 'node:path';
import { openDatabase } from '../domain/database/database';
import { isCovered } from '../domain/practice/agreements';
import { type KnownPractice, asOperator, openPractices } from '../domain/practice/as-operator';
import { clearinghouseSettings, messageSettings } from '../domain/process-settings';
import { type SettingName, type Settings, SettingsError, lookAtSettings } from '../domain/settings';
import { clearinghouseFrom } from '../integrations/clearinghouse/clearinghouse-from';
import { messagePortsFrom } from '../integrations/message-ports-from';
import { storageFrom } from '../integrations/storage/storage-from';
import type { Command, CommandCall, ExitCode } from './command';
import { leftFileFindings, readLeftFiles } from './doctor/answers';
import { clearinghouseFindings } from './doctor/claims';
import { databaseSettings, loginFindings } from './doctor/database';
import { fileFindings } from './doctor/files';
import { type Finding, type Part, codeOf, findingsOf, worst } from './doctor/finding';
import { machineFindings } from './doctor/machine';
import { agreementFindings, channelFindings } from './doctor/messages';
import { practiceFindings } from './doctor/practices';
import { schemaFindings } from './doctor/schema';
import { type ProcessName, isProduction, processes, settingFindings } from './doctor/settings';
import { temporalFindings } from './doctor/temporal';
import { readWaiting, waitingFindings } from './doctor/waiting';
import { practiceFlag, WrongPractice, whichPractice } from './which-practice';

type Environment = Readonly<Record<string, string | undefined>>;
const usage = 'doctor [--process api|worker|migrate] [--practice ID] [--json]';
const exits = { ok: 0, warn: 1, fail: 2 } as const satisfies Record<string, ExitCode>;

/**
 * `kept doctor`: what is missing or wrong, and how to mend it. It changes nothing, but for a file that it writes and takes
 * away. Exit 0: all is well; 1: something deserves a look; 2: something is broken, or the call is wrong.
 */
export const doctor = (root: string, environment: Environment = process.env): Command => ({
  name: 'doctor',
  summary:
    'Looks at everything that Kept needs, and says how to mend what is missing or wrong (exit 0: well, 1: look, 2: broken)',
  usage,
  flags: { ...practiceFlag, process: { type: 'string', multiple: false } },
  async run(call) {
    const chosen = chosenProcesses(call);
    if (!chosen) {
      call.complain(`--process: one of ${Object.keys(processes).join(', ')}\nusage: kept ${usage}`);
      return 2;
    }
    try {
      const findings = await examine(call, environment, chosen, join(root, 'migrations'));
      tell(call, findings);
      return exits[worst(findings)];
    } catch (error) {
      if (!(error instanceof WrongPractice)) throw error;
      call.complain(error.message);
      return 2;
    }
  },
});

function chosenProcesses({ flags }: CommandCall): readonly ProcessName[] | undefined {
  const all = Object.keys(processes) as readonly ProcessName[];
  const wanted = flags['process'];
  if (wanted === undefined) return all;
  const found = all.filter((name) => name === wanted);
  return found.length > 0 ? found : undefined;
}

async function examine(
  call: CommandCall,
  environment: Environment,
  chosen: readonly ProcessName[],
  migrations: string,
): Promise<readonly Finding[]> {
  const read = new Set(chosen.flatMap((name): readonly SettingName[] => processes[name]));
  /** A setting that a chosen process reads and that is well-formed; what is wrong with others is told already. */
  const setting = <Name extends SettingName>(name: Name): Settings<Name>[Name] | undefined =>
    read.has(name) ? lookAtSettings(environment, [name]).settings?.[name] : undefined;
  const look = async (part: Part, work: () => Promise<readonly Finding[]>) => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof WrongPractice) throw error;
      return [broken(part, error)];
    }
  };

  const settings = settingFindings(environment, chosen);
  const machine = await look('machine', () => machineFindings(setting('KEPT_STORAGE')));
  const urls = databaseSettings.flatMap((name) => {
    const url = setting(name);
    return url === undefined ? [] : [{ name, url }];
  });
  const logins = await Promise.all(urls.map(({ name, url }) => look('database', () => loginFindings(name, url))));
  const reached = new Map(
    urls
      .filter((_, n) => !logins[n]?.some(({ code }) => code.endsWith('.unreachable')))
      .map(({ name, url }) => [name, url]),
  );
  const [app, worker, migrator] = databaseSettings.map((name) => reached.get(name));
  const schema = await look('database', () => schemaFindings({ migrator, process: worker ?? app }, migrations));
  const isThere = schema.length > 0 && worst(schema) !== 'fail';
  let practices: readonly KnownPractice[] = [];
  const inside =
    migrator === undefined || !isThere
      ? []
      : await look('practices', () =>
          asOperator(migrator, async (sql) => {
            const all = await openPractices(sql);
            practices = call.flags['practice'] === undefined ? all : [whichPractice(call, all)];
            const left = await readLeftFiles(
              sql,
              practices.map(({ id }) => id),
            );
            return [
              ...waitingFindings(await readWaiting(sql)),
              ...practiceFindings(practices),
              ...leftFileFindings(left),
            ];
          }),
        );
  const address = setting('KEPT_TEMPORAL_ADDRESS');
  const namespace = setting('KEPT_TEMPORAL_NAMESPACE');
  const temporal =
    address === undefined || namespace === undefined
      ? []
      : await look('temporal', () => temporalFindings(address, namespace, isProduction(environment)));
  const vendors = await outside(environment, chosen, look, { worker: isThere ? worker : undefined, practices });
  return [...settings, ...machine, ...logins.flat(), ...schema, ...inside, ...temporal, ...vendors];
}

/** The file store, the channels, the clearinghouse, and the agreements with whoever runs them. */
async function outside(
  environment: Environment,
  chosen: readonly ProcessName[],
  look: (part: Part, work: () => Promise<readonly Finding[]>) => Promise<readonly Finding[]>,
  inside: { readonly worker: string | undefined; readonly practices: readonly KnownPractice[] },
): Promise<readonly Finding[]> {
  if (chosen.every((name) => name === 'migrate')) return [];
  const vendors: string[] = [];
  const files = await look('files', async () => {
    const { settings } = lookAtSettings(environment, ['KEPT_STORAGE']);
    if (!settings) return [];
    const storage = storageFrom(settings, environment);
    vendors.push(storage.vendor);
    return fileFindings(storage);
  });
  const channels = await look('messages', () => {
    const { settings } = lookAtSettings(environment, messageSettings);
    if (!settings) return Promise.resolve([]);
    const ports = messagePortsFrom(settings);
    vendors.push(...[ports.sms, ports.email].flatMap((port) => port?.vendor ?? []));
    return Promise.resolve(channelFindings(ports));
  });
  const claims = chosen.includes('worker')
    ? await look('claims', async () => {
        const { settings } = lookAtSettings(environment, clearinghouseSettings);
        if (!settings) return [];
        const clearinghouse = clearinghouseFrom(settings);
        if (clearinghouse) vendors.push(clearinghouse.vendor);
        return clearinghouseFindings(clearinghouse);
      })
    : [];
  const agreements = await look('messages', () => agreed(inside, vendors));
  return [...files, ...channels, ...claims, ...agreements];
}

async function agreed(
  { worker, practices }: { readonly worker: string | undefined; readonly practices: readonly KnownPractice[] },
  vendors: readonly string[],
): Promise<readonly Finding[]> {
  if (worker === undefined) return [];
  const database = openDatabase({ url: worker, name: 'kept doctor', poolSize: 2 });
  try {
    return await agreementFindings(
      vendors,
      practices.map(({ id }) => id),
      (practiceId, vendor) =>
        database.inPractice({ practiceId, service: 'core' }, undefined, (tx) => isCovered(tx, vendor)),
    );
  } finally {
    await database.close();
  }
}

const broken = (part: Part, error: unknown): Finding =>
  error instanceof SettingsError
    ? findingsOf(part).fail('settings', error.message, 'domain/settings.ts says what the setting means')
    : findingsOf(part).fail('broken', `it could not be looked at (${codeOf(error)})`, 'mend what stands above first');

function tell(call: CommandCall, findings: readonly Finding[]): void {
  const count = (verdict: Finding['verdict']) => findings.filter((one) => one.verdict === verdict).length;
  if (call.json) {
    call.print(JSON.stringify({ verdict: worst(findings), findings }));
    return;
  }
  for (const { verdict, part, says, mend } of findings) {
    call.print(`${verdict.padEnd(4)}  ${part.padEnd(9)}  ${says}`);
    if (mend !== undefined) call.print(`${' '.repeat(17)}→ ${mend}`);
  }
  call.print(`\n${count('ok')} well, ${count('warn')} to look at, ${count('fail')} broken`);
}
