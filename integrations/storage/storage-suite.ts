import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Instant, StoragePort, StoredFile } from '../../domain/files/storage-port';

/** What the suite needs of an adapter beside its port. */
export interface StorageRig {
  readonly storage: StoragePort;
  /** The same adapter pointed at nothing that answers. */
  readonly unreachable: StoragePort;
  /** Changes one byte of what is kept, behind the adapter's back. */
  damage(key: string): Promise<void>;
  close(): Promise<void>;
}

const contentType = 'application/octet-stream';
const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const inHours = (hours: number) => (Math.floor(Date.now() / 1000) * 1000 + hours * 3_600_000) as Instant;
const streamOf = (content: Buffer, size = 65_536) =>
  Readable.from(
    (function* () {
      for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
    })(),
  );

/** What every store must do. */
export function storageSuite(name: string, start: () => Promise<StorageRig>): void {
  describe(name, () => {
    let rig: StorageRig;
    let storage: StoragePort;
    beforeAll(async () => {
      rig = await start();
      storage = rig.storage;
    }, 30_000);
    afterAll(() => rig.close());

    const aKey = () => `t/${randomUUID()}/file.bin`;
    const putText = (key: string, text: string, more: object = {}) =>
      storage.put({ key, content: Buffer.from(text), contentType, ...more });
    async function stored(putting: ReturnType<StoragePort['put']>): Promise<StoredFile> {
      const answer = await putting;
      if (answer.kind !== 'stored') throw new Error(`not stored: ${JSON.stringify(answer)}`);
      return answer.file;
    }
    async function read(key: string, which: Parameters<StoragePort['get']>[1] = {}): Promise<Buffer> {
      const answer = await storage.get(key, which);
      if (answer.kind !== 'found') throw new Error(`not found: ${JSON.stringify(answer)}`);
      return buffer(answer.content);
    }
    const text = async (...which: Parameters<typeof read>) => (await read(...which)).toString();

    test('bytes come back as they were, with their type, size, hash, version and instant', async () => {
      const key = aKey();
      const content = randomBytes(300_000);
      const before = Date.now() - 2000;
      const file = await stored(storage.put({ key, content, contentType: 'application/pdf', sha256: sha256(content) }));
      expect(file).toMatchObject({ key, bytes: 300_000, sha256: sha256(content), contentType: 'application/pdf' });

      const answer = await storage.get(key);
      if (answer.kind !== 'found') throw new Error(answer.kind);
      expect((await buffer(answer.content)).equals(content)).toBe(true);
      expect({ ...answer.file, storedAt: 0 }).toEqual({ ...file, storedAt: 0 });
      expect(answer.file.storedAt).toBeGreaterThan(before);
      expect(await storage.head(key)).toEqual({ kind: 'found', file: answer.file });
    });

    test('a stream of 12 MB comes back as it was, and is kept with its hash although nobody said it before', async () => {
      const content = randomBytes(12 << 20);
      const key = aKey();
      const file = await stored(storage.put({ key, content: streamOf(content), contentType }));
      expect(file).toMatchObject({ bytes: content.length, sha256: sha256(content) });
      expect((await read(key)).equals(content)).toBe(true);
    });

    test('short streams, text streams and empty files are files too', async () => {
      const [short, words, empty, nothing] = [aKey(), aKey(), aKey(), aKey()];
      await stored(storage.put({ key: short, content: streamOf(Buffer.from('short'), 2), contentType }));
      await stored(storage.put({ key: words, content: Readable.from(['é', 'ö']), contentType: 'text/plain' }));
      await stored(storage.put({ key: empty, content: new Uint8Array(), contentType }));
      await stored(storage.put({ key: nothing, content: Readable.from([]), contentType }));
      expect(await Promise.all([short, words, empty, nothing].map((key) => text(key)))).toEqual([
        'short',
        'éö',
        '',
        '',
      ]);
      expect(await storage.head(empty)).toMatchObject({ file: { bytes: 0, sha256: sha256(Buffer.of()) } });
    });

    test('content that is not what its hash says is refused, and nothing is kept', async () => {
      const key = aKey();
      const wrong = sha256(Buffer.from('something else'));
      const refusal = { kind: 'refused', code: 'checksum_mismatch' };
      expect(await putText(key, 'content', { sha256: wrong })).toEqual(refusal);
      const content = streamOf(randomBytes(9 << 20));
      expect(await storage.put({ key, content, contentType, sha256: wrong })).toEqual(refusal);
      expect(await storage.head(key)).toEqual({ kind: 'not_found' });
      expect(await storage.versions(key)).toEqual({ kind: 'listed', versions: [] });
    });

    test('a source that breaks is an error of the caller, and nothing is kept', async () => {
      for (const megabytes of [0, 9]) {
        const key = aKey();
        const content = Readable.from(
          (function* () {
            yield randomBytes(megabytes << 20);
            throw Object.assign(new Error('the line went dead'), { code: 'ECONNRESET' });
          })(),
        );
        await expect(storage.put({ key, content, contentType })).rejects.toThrow('the line went dead');
        expect(await storage.versions(key)).toEqual({ kind: 'listed', versions: [] });
      }
    });

    test('only if absent: what is there stays, and says so', async () => {
      const key = aKey();
      expect((await putText(key, 'first', { onlyIfAbsent: true })).kind).toBe('stored');
      expect(await putText(key, 'second', { onlyIfAbsent: true })).toEqual({ kind: 'exists' });
      expect(await text(key)).toBe('first');
    });

    test('of 20 that put the same absent key at once, one wins and its content is what is kept', async () => {
      const key = aKey();
      const contents = Array.from({ length: 20 }, (_, index) => `${index}`.repeat(20_000));
      const answers = await Promise.all(contents.map((content) => putText(key, content, { onlyIfAbsent: true })));
      const won = answers.findIndex((answer) => answer.kind === 'stored');
      expect(answers.filter((answer) => answer.kind === 'exists')).toHaveLength(19);
      expect(await text(key)).toBe(contents[won]);
      expect(await storage.versions(key)).toMatchObject({ versions: [expect.anything()] });
    });

    test('every put keeps the one before, also of 10 at once', async () => {
      const key = aKey();
      const first = await stored(putText(key, 'first'));
      await Promise.all(Array.from({ length: 10 }, (_, index) => stored(putText(key, `middle ${index}`))));
      const last = await stored(putText(key, 'last'));
      const listed = await storage.versions(key);
      if (listed.kind !== 'listed') throw new Error(listed.kind);
      expect(new Set(listed.versions.map((one) => one.version)).size).toBe(12);
      expect([listed.versions[0]?.version, listed.versions[11]?.version]).toEqual([last.version, first.version]);
      expect(await text(key)).toBe('last');
      expect(await text(key, { version: first.version })).toBe('first');
      expect(await storage.head(key, { version: first.version })).toMatchObject({ file: { bytes: 5 } });
      expect(await storage.versions(key, 1)).toMatchObject({ versions: [{ version: last.version }] });
    });

    test('what is not there is not found', async () => {
      const key = aKey();
      const { version } = await stored(putText(aKey(), 'another'));
      const asked = [
        storage.get(key),
        storage.head(key),
        storage.get(key, { version }),
        storage.head(key, { version: 'never-was' }),
        storage.keep(key, version, inHours(1)),
        storage.remove(key, version),
      ];
      for (const answer of await Promise.all(asked)) expect(answer).toEqual({ kind: 'not_found' });
    });

    test('a range is read with both its ends, of any version', async () => {
      const key = aKey();
      const { version } = await stored(putText(key, '0123456789'));
      await stored(putText(key, 'other'));
      const part = (from: number, to?: number) =>
        text(key, { version, range: { from, ...(to !== undefined && { to }) } });
      expect(await Promise.all([part(2, 4), part(7), part(9, 9), part(0, 0), part(5, 99)])).toEqual([
        '234',
        '789',
        '9',
        '0',
        '56789',
      ]);
      const found = await storage.get(key, { version, range: { from: 0, to: 1 } });
      expect(found).toMatchObject({ kind: 'found', file: { bytes: 10, version } });
      if (found.kind === 'found') found.content.destroy();
      for (const range of [{ from: 10 }, { from: -1 }, { from: 3, to: 2 }, { from: 0.5 }])
        expect(await storage.get(key, { version, range })).toEqual({ kind: 'refused', code: 'range_unsatisfiable' });
    });

    test('keys are listed by prefix, page by page, in the order of their bytes', async () => {
      const under = `list/${randomUUID()}`;
      const names = ['a-b', 'a.b', 'a/b', 'a/c/d', 'a0', 'b', 'b-1/x', 'c'].map((name) => `${under}/${name}`);
      for (const key of names.toReversed()) await stored(putText(key, key));
      const listed = async (prefix: string, page?: { after?: string; limit?: number }) => {
        const answer = await storage.list(prefix, page);
        if (answer.kind !== 'listed') throw new Error(JSON.stringify(answer));
        return { keys: answer.files.map((file) => file.key.slice(under.length + 1)), more: answer.more };
      };
      const all = names.map((name) => name.slice(under.length + 1));
      expect(await listed(under)).toEqual({ keys: all, more: false });
      expect(await listed(`${under}/`, { limit: 3 })).toEqual({ keys: all.slice(0, 3), more: true });
      expect(await listed(under, { after: `${under}/${all[2]}`, limit: 5 })).toEqual({
        keys: all.slice(3),
        more: false,
      });
      expect(await listed(`${under}/a`)).toEqual({ keys: all.slice(0, 5), more: false });
      expect(await listed(`${under}/a/`)).toEqual({ keys: ['a/b', 'a/c/d'], more: false });
      expect(await listed(`${under}/nothing`)).toEqual({ keys: [], more: false });
      expect(await storage.list(names[5] ?? '')).toMatchObject({ files: [{ bytes: names[5]?.length }, {}] });
    });

    test('a key that climbs, begins or ends nowhere, or depends on the disk is refused by every call', async () => {
      const { version } = await stored(putText(aKey(), 'x'));
      const refusal = { kind: 'refused', code: 'key_malformed' };
      const keys = [
        '',
        '/',
        '/a',
        'a/',
        'a//b',
        '..',
        '../a',
        'a/../b',
        'a/./b',
        'a/.b',
        'A',
        'ä',
        'a b',
        'a\\b',
        'a\0b',
      ];
      for (const key of [...keys, 'a@', '%2e%2e/a', 'a'.repeat(101), 'a/'.repeat(256) + 'a']) {
        const answers = await Promise.all([
          putText(key, 'x'),
          storage.get(key),
          storage.head(key),
          storage.versions(key),
          storage.keep(key, version, inHours(1)),
          storage.remove(key, version),
        ]);
        for (const answer of answers) expect(answer).toEqual(refusal);
      }
      for (const prefix of ['/', '../', 'a//', 'A']) expect(await storage.list(prefix)).toEqual(refusal);
    });

    test('what is kept until an instant cannot be removed before, nor the instant made earlier', async () => {
      const key = aKey();
      const until = inHours(2);
      const { version, keepUntil } = await stored(putText(key, 'head', { keepUntil: (until - 300) as Instant }));
      expect(keepUntil).toBe(until);
      expect(await storage.head(key)).toMatchObject({ file: { keepUntil: until } });
      expect(await storage.remove(key, version)).toEqual({ kind: 'refused', code: 'kept' });
      expect(await storage.keep(key, version, inHours(1))).toEqual({ kind: 'refused', code: 'retention_shortened' });
      expect(await storage.keep(key, version, inHours(-1))).toEqual({ kind: 'refused', code: 'retention_past' });
      expect(await storage.keep(key, version, inHours(3))).toEqual({ kind: 'kept', until: inHours(3) });
      expect(await storage.head(key)).toMatchObject({ file: { keepUntil: inHours(3) } });
      expect(await storage.remove(key, version)).toEqual({ kind: 'refused', code: 'kept' });
      expect(await text(key)).toBe('head');
    });

    test('a put over a kept version leaves it as it is, and is not kept itself', async () => {
      const key = aKey();
      const kept = await stored(putText(key, 'kept', { keepUntil: inHours(1) }));
      const loose = await stored(putText(key, 'loose'));
      expect(loose.keepUntil).toBeUndefined();
      expect(await text(key, { version: kept.version })).toBe('kept');
      expect(await storage.remove(key, loose.version)).toEqual({ kind: 'removed' });
      expect(await text(key)).toBe('kept');
      expect(await putText(key, 'late', { keepUntil: inHours(-1) })).toEqual({
        kind: 'refused',
        code: 'retention_past',
      });
    });

    test('a removed version is gone, the one before is the newest, and an emptied key is absent', async () => {
      const key = aKey();
      const [first, second] = [await stored(putText(key, 'first')), await stored(putText(key, 'second'))];
      expect(await storage.remove(key, second.version)).toEqual({ kind: 'removed' });
      expect(await storage.remove(key, second.version)).toEqual({ kind: 'not_found' });
      expect(await text(key)).toBe('first');
      expect(await storage.remove(key, first.version)).toEqual({ kind: 'removed' });
      expect(await storage.head(key)).toEqual({ kind: 'not_found' });
      expect(await storage.list(key)).toMatchObject({ files: [] });
      const third = await stored(putText(key, 'third', { onlyIfAbsent: true }));
      expect([first.version, second.version]).not.toContain(third.version);
      expect(await text(key)).toBe('third');
    });

    test('content that changed where it lies is never read as if it were whole', async () => {
      const key = aKey();
      await stored(putText(key, 'a remittance of $120.00'));
      await rig.damage(key);
      await expect(read(key)).rejects.toMatchObject({ code: 'content_changed' });
    });

    test('a store that does not answer is unavailable to every call, and says so', async () => {
      const { unreachable } = rig;
      const key = aKey();
      const answers = await Promise.all([
        unreachable.put({ key, content: Buffer.from('x'), contentType }),
        unreachable.put({ key, content: streamOf(randomBytes(9 << 20)), contentType, onlyIfAbsent: true }),
        unreachable.get(key),
        unreachable.head(key),
        unreachable.list('t/'),
        unreachable.versions(key),
        unreachable.keep(key, '1-x', inHours(1)),
        unreachable.remove(key, '1-x'),
        unreachable.check(),
      ]);
      for (const answer of answers)
        expect(answer).toEqual({ kind: 'unavailable', code: expect.stringMatching(/^E[A-Z]+$/) });
      expect(await storage.check()).toEqual({ kind: 'ready' });
    });
  });
}
