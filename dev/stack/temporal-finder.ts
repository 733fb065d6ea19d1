import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Processes } from './processes';
import { Stopped } from './stopped';
import { buildTemporal, goCommand } from './temporal-build';
import { downloadTemporal } from './temporal-download';
import { isNewEnough, serverVersion, temporalVersion } from './temporal-version';

/** A server that runs somewhere, or a command line that can run one here. */
export type TemporalSource =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'cli'; readonly path: string; readonly server: string };

export interface Search {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly cache: string;
  readonly logs: string;
  readonly processes: Processes;
  say(line: string): void;
  /** Replaced in tests. */
  readonly download?: typeof downloadTemporal;
  readonly build?: typeof buildTemporal;
  readonly go?: () => string | undefined;
}

/**
 * Finds Temporal: what the environment names, PATH, Kept's cache, the official download, the build from source.
 * @throws Stopped with the three ways to mend it when there is none
 */
export async function findTemporal(search: Search): Promise<TemporalSource> {
  const address = search.environment['KEPT_TEMPORAL_ADDRESS'];
  if (address) return { kind: 'address', address };
  const named = search.environment['KEPT_TEMPORAL_CLI'];
  if (named) return namedCli(named);
  const cached = join(search.cache, `temporal-${temporalVersion}`, 'temporal');
  return (await onPath(search)) ?? (await usable(cached)) ?? bring(search, cached);
}

async function namedCli(path: string): Promise<TemporalSource> {
  const found = await usable(path);
  if (found) return found;
  throw new Stopped(`KEPT_TEMPORAL_CLI names ${path}, which is no Temporal command line with server 1.29 or newer`);
}

async function onPath(search: Search): Promise<TemporalSource | undefined> {
  for (const folder of (search.environment['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, 'temporal');
    if (!folder || !existsSync(path)) continue;
    const found = await usable(path);
    if (found) return found;
    search.say(`${path} is no Temporal with server 1.29 or newer: not used`);
  }
  return undefined;
}

async function usable(path: string): Promise<TemporalSource | undefined> {
  const server = existsSync(path) ? await serverVersion(path) : undefined;
  return server && isNewEnough(server) ? { kind: 'cli', path, server } : undefined;
}

const buildOf = (search: Search, go: string, target: string) => ({
  go,
  target,
  log: join(search.logs, 'temporal-build.log'),
  processes: search.processes,
  say: search.say,
});

async function bring(search: Search, target: string): Promise<TemporalSource> {
  search.say(`Temporal is not on this machine: downloading ${temporalVersion} (once)`);
  const notDownloaded = await (search.download ?? downloadTemporal)(target);
  const downloaded = notDownloaded === undefined ? await usable(target) : undefined;
  if (downloaded) return downloaded;
  search.say(`no download (${notDownloaded ?? 'what arrived does not run here'})`);
  const go = (search.go ?? goCommand)();
  const notBuilt = go ? await (search.build ?? buildTemporal)(buildOf(search, go, target)) : 'Go is not installed';
  const built = notBuilt === undefined ? await usable(target) : undefined;
  if (built) return built;
  throw new Stopped(`Temporal could not be found, downloaded or built (${notBuilt ?? 'what was built does not run'}). Do one of these, then start again:
  - install the Temporal command line (docs.temporal.io/cli), or set KEPT_TEMPORAL_CLI to where it is
  - install Go 1.24 or newer: Kept then builds it
  - set KEPT_TEMPORAL_ADDRESS to a Temporal server that runs, for example 127.0.0.1:7233`);
}
