import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type About, aboutOf, contentOf, keepMark, versionFolder } from './disk-versions';

const privateFile = 0o600;
const privateFolder = 0o700;

/** A version on its way: a folder beside the objects that becomes one by a rename. */
export interface Draft {
  readonly folder: string;
  readonly about: About;
}

/** Writes content and what is known of it, flushed to the disk. On any failure nothing is left. */
export async function writeDraft(
  root: string,
  chunks: AsyncIterable<Uint8Array>,
  known: { readonly contentType: string; readonly storedAt: number; readonly keepUntil?: number },
): Promise<Draft> {
  const folder = join(root, 'tmp', randomUUID());
  await makeFolder(join(root, 'tmp'));
  await mkdir(folder, { mode: privateFolder });
  try {
    const written = await writeContent(contentOf(folder), chunks);
    const { contentType, storedAt, keepUntil } = known;
    const about: About = { id: randomUUID(), ...written, contentType, storedAt };
    await writeFlushed(aboutOf(folder), JSON.stringify(about));
    if (keepUntil !== undefined) await writeFlushed(join(folder, keepMark(keepUntil)), '');
    await flush(folder);
    return { folder, about };
  } catch (error) {
    await dropDraft(folder);
    throw error;
  }
}

export const dropDraft = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

/** Makes the draft version `number`. Answers false where somebody else has that number: the rename of a folder never replaces a full one. */
export async function publish(draft: Draft, keyFolder: string, number: number): Promise<boolean> {
  await makeFolder(keyFolder);
  try {
    await rename(draft.folder, versionFolder(keyFolder, number));
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
  await flush(keyFolder);
  return true;
}

/** An empty file that exists or not, flushed; making it twice is the same as once. */
export async function mark(folder: string, name: string): Promise<void> {
  const handle = await open(join(folder, name), 'a', privateFile);
  await handle.close();
  await flush(folder);
}

/** Drafts that a process left when it died. */
export async function sweepDrafts(root: string, before: number): Promise<void> {
  const folder = join(root, 'tmp');
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const path = join(folder, name);
    const seen = await stat(path).catch(() => undefined);
    if (seen && seen.mtimeMs < before) await dropDraft(path);
  }
}

/** Makes the folder and what is above it, each of them flushed into its parent, or a power cut could lose the whole branch. */
export async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: privateFolder });
  if (first === undefined) return;
  for (let made = path; made.length >= first.length; made = dirname(made)) await flush(dirname(made));
}

/** What a folder lists survives a power cut only after this. */
export async function flush(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeContent(path: string, chunks: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256');
  let bytes = 0;
  const handle = await open(path, 'wx', privateFile);
  try {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      for (let at = 0; at < chunk.byteLength;) at += (await handle.write(chunk, at)).bytesWritten;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

async function writeFlushed(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx', privateFile);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
