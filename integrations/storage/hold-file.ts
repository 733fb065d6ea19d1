import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Readable, Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileTooLarge, type HeldFile, type HoldFile } from '../../domain/files/hold-port';

/**
 * Holds a file on this machine's disk, enciphered under a key that only this process knows and forgets with it: nobody reads it
 * from the disk, not even after a crash.
 */
export const withHeldFile: HoldFile = async (source, maxBytes, work) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'kept-file-'));
  try {
    return await work(await hold(source, path.join(folder, 'file'), maxBytes));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

async function hold(source: Readable, place: string, maxBytes: number): Promise<HeldFile> {
  const [key, start] = [randomBytes(32), Buffer.alloc(16)];
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      bytes += chunk.length;
      hash.update(chunk);
      if (bytes > maxBytes) done(new FileTooLarge());
      else done(null, chunk);
    },
  });
  await pipeline(source, measure, createCipheriv('aes-256-ctr', key, start), createWriteStream(place, { mode: 0o600 }));
  const open = () => {
    const plain = createDecipheriv('aes-256-ctr', key, start);
    const kept = createReadStream(place).on('error', (error) => plain.destroy(error));
    return kept.pipe(plain).on('close', () => kept.destroy());
  };
  return { bytes, sha256: hash.digest('hex'), open };
}
