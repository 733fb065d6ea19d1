import { type Chunks, readX12 } from '../x12/x12-reader';

interface Place {
  readonly from_byte: number;
  readonly until_byte: number;
}

/** Where a claim stands as a 999 counts: ST is segment 1 of its transaction. */
interface SegmentPlace {
  readonly transaction: string;
  firstSegment: number;
  lastSegment: number;
}

/** Counts the segments of a batch's file, so that bytes become places that a 999 names. `places` in the order of the file. */
export async function segmentPlaces<P extends Place>(
  file: Chunks,
  places: readonly P[],
): Promise<readonly (P & SegmentPlace)[]> {
  const found = new Map<P, P & SegmentPlace>();
  let next = 0;
  await readX12(file, {
    transaction: ({ control }) => {
      let count = 1;
      return {
        segment: ({ offset }) => {
          count += 1;
          while (offset >= (places[next]?.until_byte ?? Infinity)) next += 1;
          const place = places[next];
          if (!place || offset < place.from_byte) return;
          const before = found.get(place);
          if (before) before.lastSegment = count;
          else found.set(place, { ...place, transaction: control, firstSegment: count, lastSegment: count });
        },
        end: () => undefined,
      };
    },
  });
  return [...found.values()];
}
