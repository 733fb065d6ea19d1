import type { PracticeTx } from '../database/practice-tx';
import { AppError } from '../problems';
import type { Delimiters } from '../x12/delimiters';
import { segmentsAbout } from '../x12/segments-about';
import { type OpenFile, type PlacedSegment, headOf, segmentsBetween, segmentsOfPart } from '../x12/segments-of-claim';

/** Where in a file a claim stands, or by what it is named there. */
export interface ClaimFilePart {
  readonly clientId: string;
  readonly kind: string;
  readonly storageKey: string;
  readonly bytes: number;
  readonly controlNumber: string;
  readonly transaction: string | undefined;
  /** Of an 837 and an 835 from and until, of a 277CA where each level of it begins; none in files that only name it. */
  readonly places: readonly { readonly from: number; readonly until: number | null }[];
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
  const answered = await tx.all<{ transaction: string | null; from: number | null }>`
    select distinct e.offset_bytes as from,
           (select max(g.transaction_control) from claim_sendings g
             where g.practice_id = e.practice_id and g.claim_id = e.claim_id and g.version_no = e.version_no) as transaction
      from claim_events e
     where e.practice_id = ${tx.practiceId} and e.claim_id = ${claimId} and e.file_id = ${fileId} order by 1`;
  if (sent.length + said.length + answered.length === 0) throw new AppError('not_found');
  const levels = file.kind === '277CA' ? answered.map(({ from }) => from) : [];
  // what an earlier build read has no places: then the file is read through
  const told = levels.every((from) => from !== null) ? levels.map((from) => ({ from, until: null })) : [];
  return {
    clientId: claim.client_id,
    kind: file.kind ?? '',
    storageKey: file.storage_key,
    bytes: file.bytes,
    controlNumber: claim.control_number,
    transaction: answered[0]?.transaction ?? undefined,
    places: [...sent, ...said, ...told],
  };
}

/** So much of a file is asked for at once, where nobody knows how much of it is needed. */
const stepBytes = 262_144;

/**
 * What the file says of the claim, segment by segment: its own bytes and nobody else's. Little more than those is fetched where they
 * are known; a file that only names the claim is read through in steps. None is held.
 */
export async function readClaimFilePart(
  part: ClaimFilePart,
  open: OpenFile,
): Promise<{ readonly segments: readonly PlacedSegment[]; readonly delimiters: Delimiters }> {
  const head = await headOf(open);
  if (!head) throw new AppError('not_found');
  const stepwise: OpenFile = async (from, to) => inSteps(open, from, to ?? part.bytes - 1);
  const segments: PlacedSegment[] = [];
  for (const { from, until } of part.places)
    segments.push(
      ...(part.kind === '837'
        ? await segmentsBetween(open, from, until ?? part.bytes)
        : await segmentsOfPart(stepwise, part.kind === '277CA' ? 'HL' : 'CLP', { from, until })),
    );
  if (part.places.length === 0) segments.push(...(await segmentsAbout(part.kind, await stepwise(0), part)));
  return { segments, delimiters: head.delimiters };
}

async function* inSteps(open: OpenFile, from: number, to: number): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = from; at <= to; at += stepBytes) yield* await open(at, Math.min(to, at + stepBytes - 1));
}
