import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoredFile } from '../../domain/files/storage-port';
import { instant } from './answers';

/**
 * On the disk every key is a folder whose name ends with `@`, and every version a numbered folder in it:
 *
 *     objects/era/2026/file.edi@/1/content      the bytes; gone once the version was removed
 *                               /1/about.json   what is known of them; stays, so that numbers are never given twice
 *                               /1/keep-1796…   one empty file per retention, in epoch seconds: the latest counts
 *
 * A version appears by one rename of its whole folder, so it is there entirely or not at all. Numbers have no gaps.
 */
export interface About {
  readonly id: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly contentType: string;
  readonly storedAt: number;
}

export const folderOf = (root: string, key: string): string => join(root, 'objects', `${key}@`);
export const versionFolder = (keyFolder: string, number: number): string => join(keyFolder, String(number));
export const contentOf = (folder: string): string => join(folder, 'content');
export const aboutOf = (folder: string): string => join(folder, 'about.json');
export const keepMark = (until: number): string => `keep-${until / 1000}`;

/** The highest number given, 0 for none: doubling, then halving, so that a key with a million versions costs 40 looks. */
export async function lastNumber(keyFolder: string): Promise<number> {
  let below = 0;
  let above = 1;
  while (await exists(versionFolder(keyFolder, above))) [below, above] = [above, above * 2];
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (await exists(versionFolder(keyFolder, middle))) below = middle;
    else above = middle;
  }
  return below;
}

/** The numbers of versions that were not removed, newest first. */
export async function* liveNumbers(keyFolder: string): AsyncGenerator<number> {
  for (let number = await lastNumber(keyFolder); number > 0; number--)
    if (await exists(contentOf(versionFolder(keyFolder, number)))) yield number;
}

export interface DiskVersion {
  readonly folder: string;
  readonly file: StoredFile;
}

/** The version that is named, or the newest. A name that never was is simply not found. */
export async function findVersion(root: string, key: string, version?: string): Promise<DiskVersion | undefined> {
  const keyFolder = folderOf(root, key);
  if (version === undefined) {
    for await (const number of liveNumbers(keyFolder)) return readVersion(keyFolder, key, number);
    return undefined;
  }
  const number = Number(/^([1-9]\d{0,14})-/.exec(version)?.[1]);
  if (!number || !(await exists(contentOf(versionFolder(keyFolder, number))))) return undefined;
  const found = await readVersion(keyFolder, key, number);
  return found.file.version === version ? found : undefined;
}

export async function readVersion(keyFolder: string, key: string, number: number): Promise<DiskVersion> {
  const folder = versionFolder(keyFolder, number);
  const about = JSON.parse(await readFile(aboutOf(folder), 'utf8')) as About;
  const until = await keptUntil(folder);
  return {
    folder,
    file: {
      key,
      version: `${number}-${about.id}`,
      bytes: about.bytes,
      sha256: about.sha256,
      contentType: about.contentType,
      storedAt: instant(about.storedAt),
      ...(until > 0 && { keepUntil: instant(until) }),
    },
  };
}

async function keptUntil(folder: string): Promise<number> {
  const marks = (await readdir(folder)).filter((name) => name.startsWith('keep-'));
  return Math.max(0, ...marks.map((name) => Number(name.slice('keep-'.length)) * 1000));
}

export async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
