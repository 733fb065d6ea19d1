import type { X12Listener } from './envelope';
import { envelopeReader } from './envelope-reader';
import { type ChunkReader, segmentCutter } from './segment-cutter';

/** A file as it comes: from disk, from the network, or whole. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Reads one file of interchanges, piece by piece, telling `listener` what it holds. */
export function x12Reader(listener: X12Listener): ChunkReader {
  const envelope = envelopeReader(listener);
  const cutter = segmentCutter(envelope);
  return {
    push: (chunk) => cutter.push(chunk),
    end: () => {
      cutter.end();
      envelope.end();
    },
  };
}

/** Reads a file to its end. Memory: one chunk and what the listener keeps. */
export async function readX12(chunks: Chunks, listener: X12Listener): Promise<void> {
  const reader = x12Reader(listener);
  for await (const chunk of chunks) reader.push(chunk);
  reader.end();
}

/** The same as a stream of events: `listen` makes the listener, which emits what it has read. */
export async function* eventsOf<Event>(
  chunks: Chunks,
  listen: (emit: (event: Event) => void) => X12Listener,
): AsyncGenerator<Event, void, undefined> {
  let events: Event[] = [];
  const reader = x12Reader(listen((event) => events.push(event)));
  for await (const chunk of chunks) {
    reader.push(chunk);
    const ready = events;
    events = [];
    yield* ready;
  }
  reader.end();
  yield* events;
}
