import { constants } from 'node:fs';
import { access, open, unlink } from 'node:fs/promises';
import type {
  ListedFile,
  ListedVersion,
  PutAnswer,
  PutRequest,
  StorageFault,
  StoragePort,
} from '../../domain/files/storage-port';
import { instant, notFound, refused, wholeSecond, within } from './answers';
import { type Source, sourceOf, verified } from './content';
import { answering } from './disk-faults';
import { listDisk } from './disk-list';
import { contentOf, findVersion, folderOf, keepMark, lastNumber, liveNumbers, readVersion } from './disk-versions';
import { type Draft, dropDraft, flush, mark, publish, sweepDrafts, writeDraft } from './disk-write';
import { isStorageKey, isStoragePrefix } from './storage-key';

const dayMs = 24 * 60 * 60_000;

/**
 * Files in a folder of this machine, readable by this user alone. Several processes may use the folder. Who sets Kept up makes it:
 * a folder that is not there may be a disk that is not mounted, and what is put into its place would be lost under the disk.
 * Retention holds against Kept, not against whoever administers the machine: for that, use an object store with locks.
 */
export function diskStorage(root: string, now: () => number = Date.now): StoragePort {
  let swept: Promise<void> | undefined;
  const inFolder = <Answer>(work: () => Promise<Answer | StorageFault>, source?: Source) =>
    answering(async () => {
      await enter(root);
      return work();
    }, source);

  return {
    vendor: 'disk',
    put: (request) => {
      const source = sourceOf(request.content);
      return inFolder(() => put(request, source), source);
    },
    get: (key, { version, range } = {}) =>
      inFolder(async () => {
        if (!isStorageKey(key)) return refused('key_malformed');
        const found = await findVersion(root, key, version);
        if (!found) return notFound;
        const part = range && within(range, found.file.bytes);
        if (range && !part) return refused('range_unsatisfiable');
        const handle = await open(contentOf(found.folder), 'r');
        const content = part
          ? handle.createReadStream({ start: part.first, end: part.last })
          : verified(handle.createReadStream(), found.file.sha256);
        return { kind: 'found', file: found.file, content };
      }),
    head: (key, { version } = {}) =>
      inFolder(async () => {
        if (!isStorageKey(key)) return refused('key_malformed');
        const found = await findVersion(root, key, version);
        return found ? { kind: 'found', file: found.file } : notFound;
      }),
    list: (prefix, { after = '', limit = 1000 } = {}) =>
      inFolder(async () => {
        if (!isStoragePrefix(prefix)) return refused('key_malformed');
        const files: ListedFile[] = [];
        for await (const file of listDisk(root, prefix, after)) {
          if (files.length === limit) return { kind: 'listed', files, more: true };
          files.push(file);
        }
        return { kind: 'listed', files, more: false };
      }),
    versions: (key, limit = 1000) =>
      inFolder(async () => {
        if (!isStorageKey(key)) return refused('key_malformed');
        const versions: ListedVersion[] = [];
        const folder = folderOf(root, key);
        for await (const number of liveNumbers(folder)) {
          if (versions.length === limit) break;
          const { version, bytes, storedAt } = (await readVersion(folder, key, number)).file;
          versions.push({ version, bytes, storedAt });
        }
        return { kind: 'listed', versions };
      }),
    keep: (key, version, until) =>
      inFolder(async () => {
        const rounded = wholeSecond(until);
        if (!isStorageKey(key)) return refused('key_malformed');
        if (rounded <= now()) return refused('retention_past');
        const found = await findVersion(root, key, version);
        if (!found) return notFound;
        if (rounded < (found.file.keepUntil ?? 0)) return refused('retention_shortened');
        await mark(found.folder, keepMark(rounded)); // the latest mark counts, so two at once cannot shorten either
        return { kind: 'kept', until: rounded };
      }),
    remove: (key, version) =>
      inFolder(async () => {
        if (!isStorageKey(key)) return refused('key_malformed');
        const found = await findVersion(root, key, version);
        if (!found) return notFound;
        if ((found.file.keepUntil ?? 0) > now()) return refused('kept');
        await unlink(contentOf(found.folder));
        await flush(found.folder);
        return { kind: 'removed' };
      }),
    check: () =>
      inFolder(async () => {
        await access(root, constants.R_OK | constants.W_OK);
        return { kind: 'ready' };
      }),
  };

  async function put(request: PutRequest, source: Source): Promise<PutAnswer> {
    const { key, contentType } = request;
    const keepUntil = request.keepUntil === undefined ? undefined : wholeSecond(request.keepUntil);
    if (!isStorageKey(key)) return refused('key_malformed');
    if (keepUntil !== undefined && keepUntil <= now()) return refused('retention_past');
    if (request.onlyIfAbsent && (await holds(key))) return { kind: 'exists' };
    await sweepOnce();

    const known = { contentType, storedAt: now(), ...(keepUntil !== undefined && { keepUntil }) };
    const draft = await writeDraft(root, source.chunks, known);
    try {
      if (request.sha256 !== undefined && request.sha256 !== draft.about.sha256) return refused('checksum_mismatch');
      const number = await settle(draft, request);
      if (number === undefined) return { kind: 'exists' };
      const { id, bytes, sha256, storedAt } = draft.about;
      const file = { key, version: `${number}-${id}`, bytes, sha256, contentType, storedAt: instant(storedAt) };
      return { kind: 'stored', file: keepUntil === undefined ? file : { ...file, keepUntil } };
    } finally {
      await dropDraft(draft.folder);
    }
  }

  /** The number that the draft got. Of many that look, see nothing and publish under the same number, one succeeds. */
  async function settle(draft: Draft, { key, onlyIfAbsent }: PutRequest): Promise<number | undefined> {
    for (;;) {
      const number = (await lastNumber(folderOf(root, key))) + 1;
      if (onlyIfAbsent && (await holds(key))) return undefined;
      if (await publish(draft, folderOf(root, key), number)) return number;
    }
  }

  function sweepOnce(): Promise<void> {
    swept ??= sweepDrafts(root, now() - dayMs).catch((error: unknown) => {
      swept = undefined;
      throw error;
    });
    return swept;
  }

  async function holds(key: string): Promise<boolean> {
    for await (const _ of liveNumbers(folderOf(root, key))) return true;
    return false;
  }
}

/** Fails where it is no folder, or is not there. */
const enter = (root: string): Promise<void> => access(`${root}/.`, constants.X_OK);
