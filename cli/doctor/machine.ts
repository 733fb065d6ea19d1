import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Finding, findingsOf } from './finding';

const { ok, warn, fail } = findingsOf('machine');
const megabyte = 1024 * 1024;
const [least, low] = [200, 2_000];

/** How much is free, in bytes, and of how much. */
export type FreeSpace = (folder: string) => Promise<{ readonly free: number; readonly all: number }>;

const freeSpace: FreeSpace = async (folder) => {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { free: bavail * bsize, all: blocks * bsize };
};

/** The runtime, and room on the disks that are written to. */
export async function machineFindings(
  storage: string | undefined,
  {
    version = process.versions.node,
    space = freeSpace,
  }: { readonly version?: string; readonly space?: FreeSpace } = {},
): Promise<readonly Finding[]> {
  const major = Number(version.split('.')[0]);
  const node =
    major >= 22
      ? ok('node', `Node ${version}`)
      : fail('node', `Node ${version} is too old`, 'install Node 24, or any from 22 on');
  const folders = new Set([tmpdir(), ...(storage?.startsWith('file:///') ? [fileURLToPath(storage)] : [])]);
  const disks = await Promise.all([...folders].map(async (folder) => roomIn(folder, await nearest(folder, space))));
  return [node, ...disks];
}

function roomIn(folder: string, found: { free: number; all: number } | undefined): Finding {
  if (!found) return fail('disk', `${folder} cannot be looked at`, 'give the process a folder that it may read');
  const free = Math.floor(found.free / megabyte);
  const says = `${free} MB are free at ${folder}`;
  const mend = 'make room, or a larger disk: what cannot be written is refused';
  if (free < least) return fail('disk', says, mend);
  return free < low ? warn('disk', says, mend) : ok('disk', says);
}

/** Of a folder that is not there yet, the one above it counts. */
async function nearest(folder: string, space: FreeSpace) {
  for (let at = folder; ; at = path.dirname(at)) {
    const found = await space(at).catch(() => undefined);
    if (found || at === path.dirname(at)) return found;
  }
}
