import { open } from 'node:fs/promises';

/** A file on disk as the chunks that readers take. */
export interface OpenFile {
  readonly chunks: AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

/** Opens a file for reading from start to end. Answers why, where it can't be opened. */
export async function openFile(path: string): Promise<OpenFile | { readonly error: string }> {
  try {
    const handle = await open(path, 'r');
    if ((await handle.stat()).isDirectory()) {
      await handle.close();
      return { error: `${path}: is a directory` };
    }
    return { chunks: handle.createReadStream({ autoClose: false }), close: () => handle.close() };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
