import type { PracticeTx } from '../database/practice-tx';
import { AppError } from '../problems';
import { type OpenFile, type PlacedSegment, headIn, headOf, mostSegments, segmentsIn } from '../x12/segments-of-claim';
import type { Delimiters } from '../x12/delimiters';

export interface FilePlace {
  readonly id: string;
  readonly storageKey: string;
  readonly bytes: number;
}

/** Where a file that came in is kept, noting whose claims it is known to speak of. @throws AppError `not_found` */
export async function findFile(tx: PracticeTx, id: string): Promise<FilePlace> {
  const file = await tx.one<{ storage_key: string; bytes: number }>`
    select storage_key, bytes from edi_files where practice_id = ${tx.practiceId} and id = ${id} and direction = 'in'`;
  if (!file) throw new AppError('not_found');
  tx.touch({ record: id });
  const clients = await tx.all<{ client_id: string }>`
    select c.client_id from claim_events c where c.practice_id = ${tx.practiceId} and c.file_id = ${id}
    union select k.client_id from remittances r
      join remittance_claims c on c.practice_id = r.practice_id and c.remittance_id = r.id
      join claims k on k.practice_id = c.practice_id and k.id = coalesce(c.claim_id, c.candidate_id)
     where r.practice_id = ${tx.practiceId} and r.file_id = ${id}`;
  for (const { client_id } of clients) tx.touch({ client: client_id });
  return { id, storageKey: file.storage_key, bytes: file.bytes };
}

/** A part of a file as people can look at it: segments, text, or what neither is as bytes. */
export type FilePart = {
  readonly from: number;
  /** The byte at which the next part begins; null: this is the last. */
  readonly next: number | null;
  readonly bytes: number;
} & (
  | { readonly shape: 'segments'; readonly segments: readonly PlacedSegment[]; readonly delimiters: Delimiters }
  | { readonly shape: 'text'; readonly text: string }
  | { readonly shape: 'bytes'; readonly hex: readonly string[] }
);

/** So much of a file is looked at at once. */
const partBytes = 32_768;
const hexBytes = 4096;
const hexRow = 16;

/** What stands in a file from a byte on: never more of it than one part, however large it is. */
export async function viewFile({ bytes }: FilePlace, open: OpenFile, from: number): Promise<FilePart> {
  if (from >= bytes) throw new AppError('not_found');
  const until = Math.min(bytes, from + partBytes);
  const chunks: Uint8Array[] = [];
  for await (const chunk of await open(from, until - 1)) chunks.push(chunk);
  const raw = Buffer.concat(chunks);
  const head = from === 0 ? await headIn([raw]) : await headOf(open);
  if (head) {
    const { delimiters } = head;
    const segments = await segmentsIn(head, [raw], from);
    const last = segments.at(-1);
    // one that goes on beyond this part begins the next one
    const goesOn = last !== undefined && segments.length > 1 && (until < bytes || segments.length >= mostSegments);
    const next = goesOn ? last.offset : until < bytes ? until : null;
    if (last)
      return { shape: 'segments', from, next, bytes, segments: goesOn ? segments.slice(0, -1) : segments, delimiters };
  }
  if (isText(raw)) {
    const text = wholeCharacters(raw, until < bytes);
    return { shape: 'text', from, next: until < bytes ? from + text.length : null, bytes, text: text.toString('utf8') };
  }
  const shown = raw.subarray(0, hexBytes);
  const end = from + shown.length;
  const hex = Array.from({ length: Math.ceil(shown.length / hexRow) }, (_, row) =>
    shown.subarray(row * hexRow, (row + 1) * hexRow).toString('hex'),
  );
  return { shape: 'bytes', from, next: end < bytes ? end : null, bytes, hex };
}

/** Nothing in it but what can be read: no zero bytes, hardly any control characters, and UTF-8 all through. */
function isText(raw: Buffer): boolean {
  if (raw.includes(0)) return false;
  const odd = raw.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13).length;
  if (odd * 50 > raw.length) return false;
  try {
    new TextDecoder('utf8', { fatal: true }).decode(wholeCharacters(raw, true));
    return true;
  } catch {
    return false;
  }
}

/** Without the beginning of a character that ends beyond these bytes. */
function wholeCharacters(raw: Buffer, goesOn: boolean): Buffer {
  if (!goesOn) return raw;
  for (let back = 1; back <= Math.min(3, raw.length); back += 1) {
    const byte = raw[raw.length - back] ?? 0;
    if (byte < 0x80) return raw;
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 0;
    if (needs > 0) return needs > back ? raw.subarray(0, raw.length - back) : raw;
  }
  return raw;
}
