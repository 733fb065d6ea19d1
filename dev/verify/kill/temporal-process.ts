import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { cacheFolder } from '../../stack/folders';
import { serverArguments } from '../../stack/temporal';
import { findTemporal } from '../../stack/temporal-finder';
import { rememberedIn } from '../../stack/processes';

export interface TemporalProcess {
  readonly child: ChildProcess;
  readonly address: string;
}

/** The command line, wherever it is on this machine; a server that runs elsewhere cannot be killed and does not count. */
export async function temporalCli(folder: string): Promise<string> {
  const source = await findTemporal({
    environment: { ...process.env, KEPT_TEMPORAL_ADDRESS: undefined },
    cache: cacheFolder(),
    logs: folder,
    processes: rememberedIn(join(folder, 'finder.json')),
    say: () => undefined,
  });
  if (source.kind !== 'cli') throw new Error('no Temporal command line');
  return source.path;
}

/** A server of our own over a database file in the folder; ready when its namespace can be used. */
export async function startTemporalProcess(call: {
  readonly cli: string;
  readonly folder: string;
  readonly port: number;
  /** Dynamic settings by name; the values are JSON. */
  readonly settings?: Readonly<Record<string, string>>;
}): Promise<TemporalProcess> {
  const settings = Object.entries(call.settings ?? {}).flatMap(([name, value]) => [
    '--dynamic-config-value',
    `${name}=${value}`,
  ]);
  const args = serverArguments({
    ...call,
    server: '',
    uiPort: undefined,
    namespace: 'default',
    durable: true,
    log: '',
  });
  const child = spawn(call.cli, [...args, ...settings], { stdio: 'ignore' });
  const address = `127.0.0.1:${call.port}`;
  for (let tries = 0; ; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the Temporal server ended with ${child.exitCode}`);
    if (await isReady(address)) return { child, address };
    if (tries > 200) throw new Error('the Temporal server is not ready after 20 s');
    await sleep(100);
  }
}

async function isReady(address: string): Promise<boolean> {
  try {
    const connection = await Connection.connect({ address, connectTimeout: '1s' });
    try {
      return Boolean((await connection.workflowService.describeNamespace({ namespace: 'default' })).namespaceInfo);
    } finally {
      await connection.close();
    }
  } catch {
    return false; // not listening, or the namespace is still being made
  }
}
