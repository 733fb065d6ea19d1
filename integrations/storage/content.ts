import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

/** What someone gave us to keep. `failed` tells a source that broke from a store that did. */
export interface Source {
  readonly chunks: AsyncIterable<Uint8Array>;
  failed(): boolean;
}

export function sourceOf(content: Uint8Array | Readable): Source {
  let failed = false;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    if (content instanceof Uint8Array) return yield content;
    try {
      for await (const chunk of content) yield typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array);
    } catch (error) {
      failed = true;
      throw error;
    }
  }
  return { chunks: chunks(), failed: () => failed };
}

/** The same bytes; it ends with an error where they are not those of `sha256`. */
export function verified(content: Readable, sha256: string): Readable {
  async function* checked(): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256');
    for await (const chunk of content as AsyncIterable<Uint8Array>) {
      hash.update(chunk);
      yield chunk;
    }
    if (hash.digest('hex') !== sha256)
      throw Object.assign(new Error('the kept content is no longer what was put'), { code: 'content_changed' });
  }
  const readable = Readable.from(checked(), { objectMode: false });
  readable.once('close', () => content.destroy()); // a generator that was never started does not close what it reads
  return readable;
}
