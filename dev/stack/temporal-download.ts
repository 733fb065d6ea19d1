import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { temporalVersion } from './temporal-version';

/** A network that drops packets must not hang the start. */
const connectMs = 20_000;
const transferMs = 5 * 60_000;

/** SHA-256 of the official archives of that version, as package recipes on the web have pinned them. */
const digests: Readonly<Record<string, string>> = {
  linux_amd64: 'ddc95e08b0b076efd4ea9733a3f488eb7d2be875f8834e616cd2a37358b4852d',
  linux_arm64: 'bd1b0db9f18b051026de8bf6cc1505f2510f14bbb7a8b9a4a91fff46c77454f5',
  darwin_amd64: 'bbb73e2a31135abe50a1f1cdb35030c42961df618e8ce9c60ae89f201540c5d9',
  darwin_arm64: 'cca01b7ea35ad56e2a328d9ae596bf716bd22313ef63c7a761c88354457c2415',
};

export interface Archive {
  readonly url: string;
  readonly sha256: string | undefined;
}

function officialArchive(): Archive {
  const machine = `${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`;
  const releases = `https://github.com/temporalio/cli/releases/download/v${temporalVersion}`;
  return { url: `${releases}/temporal_cli_${temporalVersion}_${machine}.tar.gz`, sha256: digests[machine] };
}

/**
 * Brings the official release to `target`.
 * @returns why not, when it did not arrive
 */
export async function downloadTemporal(target: string, archive = officialArchive()): Promise<string | undefined> {
  const folder = `${dirname(target)}.download-${process.pid}`;
  const file = join(folder, 'temporal.tar.gz');
  mkdirSync(folder, { recursive: true });
  try {
    await fetchTo(archive.url, file);
    const sha256 = await digestOf(file);
    if (sha256 !== archive.sha256) return `what arrived has the digest ${sha256}, not ${archive.sha256}`;
    const { status, stderr } = spawnSync('tar', ['-xzf', file, '-C', folder, 'temporal'], { encoding: 'utf8' });
    if (status !== 0) return `the archive could not be opened: ${stderr}`;
    mkdirSync(dirname(target), { recursive: true });
    renameSync(join(folder, 'temporal'), target);
    return undefined;
  } catch (error) {
    return reason(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fetchTo(url: string, file: string): Promise<void> {
  const stop = new AbortController();
  const connecting = setTimeout(() => stop.abort(new Error('no answer within 20 s')), connectMs);
  const transferring = setTimeout(() => stop.abort(new Error('not complete within 5 minutes')), transferMs);
  try {
    const response = await fetch(url, { signal: stop.signal });
    clearTimeout(connecting);
    if (!response.ok || !response.body) throw new Error(`status ${response.status}`);
    await pipeline(Readable.fromWeb(response.body as ReadableStream), createWriteStream(file));
  } finally {
    clearTimeout(connecting);
    clearTimeout(transferring);
  }
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

function reason(error: unknown): string {
  const { message, cause } = error as { message?: string; cause?: { message?: string } };
  return cause?.message ?? message ?? String(error);
}
