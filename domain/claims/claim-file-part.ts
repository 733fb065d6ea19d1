import type { PracticeTx } from '../database/practice-tx';
import { AppError } from '../problems';
import type { Delimiters } from '../x12/delimiters';
import { segmentsAbout } from '../x12/segments-about';
import {
  type OpenFile,
  type PlacedSegment,
  delimitersOf,
  segmentsBetween,
  segmentsOfClaim,
} from '../x12/segments-of-claim';

/** Where in a file a claim stands, or by what it is named there. */
export interface ClaimFilePart {
  readonly clientId: string;
  readonly kind: string;
  readonly storageKey: string;
  readonly bytes: number;
  readonly controlNumber: string;
  readonly transaction: string | undefined;
  /** Of an 837 from and until, of an 835 where each word about it begins; none in files that only name it. */
  readonly places: readonly { readonly from: number; readonly until: number }[];
}

/** @throws AppError `not_found` where the file says nothing of the claim */
export async function findClaimFilePart(tx: PracticeTx, claimId: string, fileId: string): Promise<ClaimFilePart> {
  const claim = await tx.one<{ client_id: string; control_number: string }>`
    select client_id, control_number from claims where practice_id = ${tx.practiceId} and id = ${claimId}`;
  const file = await tx.one<{ kind: string | null; storage_key: string; bytes: number }>`
    select kind, storage_key, bytes from edi_files where practice_id = ${tx.practiceId} and id = ${fileId}`;
  if (!claim || !file) throw new AppError('not_found');
  tx.touch({ record: fileId, client: claim.client_id });
  const sent = await tx.all<{ from: number; until: number }>`
    select g.from_byte as from, g.until_byte as until from claim_sendings g
      join claim_batches b on b.practice_id = g.practice_id and b.id = g.batch_id
     where g.practice_id = ${tx.practiceId} and g.claim_id = ${claimId} and b.file_id = ${fileId}`;
  const said = await tx.all<{ from: number; until: number }>`
    select c.offset_bytes as from, c.until_byte as until from remittance_claims c
      join remittances r on r.practice_id = c.practice_id and r.id = c.remittance_id
     where c.practice_id = ${tx.practiceId} and c.claim_id = ${claimId} and r.file_id = ${fileId} order by 1`;
  const answered = await tx.one<{ transaction: string | null }>`
    select (select max(g.transaction_control) from claim_sendings g
             where g.practice_id = e.practice_id and g.claim_id = e.claim_id and g.version_no = e.version_no) as transaction
      from claim_events e
     where e.practice_id = ${tx.practiceId} and e.claim_id = ${claimId} and e.file_id = ${fileId} limit 1`;
  if (sent.length + said.length === 0 && !answered) throw new AppError('not_found');
  return {
    clientId: claim.client_id,
    kind: file.kind ?? '',
    storageKey: file.storage_key,
    bytes: file.bytes,
    controlNumber: claim.control_number,
    transaction: answered?.transaction ?? undefined,
    places: [...sent, ...said],
  };
}

/** A file of answers is read whole; no clearinghouse sends larger ones. */
const mostBytes = 8_000_000;

/** What the file says of the claim, segment by segment: its own bytes and nobody else's. */
export async function readClaimFilePart(
  part: ClaimFilePart,
  open: OpenFile,
): Promise<{ readonly segments: readonly PlacedSegment[]; readonly delimiters: Delimiters }> {
  const delimiters = await delimitersOf(open);
  if (!delimiters) throw new AppError('not_found');
  const segments: PlacedSegment[] = [];
  for (const { from, until } of part.places)
    segments.push(
      ...(part.kind === '837' ? await segmentsBetween(open, from, until) : await segmentsOfClaim(open, from)),
    );
  if (part.places.length === 0 && part.bytes <= mostBytes) {
    const all = await segmentsBetween(open, 0, part.bytes);
    segments.push(...segmentsAbout(part.kind, all, part, delimiters));
  }
  return { segments, delimiters };
}
