import type { ClaimsHeader, ProfessionalClaim } from './claim';
import { type SegmentOutput, segmentOutput, standardForm, type TextForm } from './segment-text';
import { writeBilling, writeClaim } from './write-claim';
import {
  closeGroup,
  closeInterchange,
  closeTransaction,
  type EnvelopeParameters,
  isaText,
  openGroup,
  openTransaction,
  transactionControlText,
} from './write-envelope';
import { writeContact, writeName } from './write-parts';

/** What a batch says before its claims. Control numbers, day and time are in the envelope. */
export interface ClaimBatchHeader {
  readonly envelope: EnvelopeParameters;
  /** BHT03: our number of this batch. */
  readonly reference: string;
  /** BHT02: 00, or 18 where the batch is sent again. */
  readonly purpose?: '00' | '18';
  readonly submitter: ClaimsHeader['submitter'];
  readonly receiver: ClaimsHeader['receiver'];
  readonly form?: TextForm;
  /** Claims in one transaction; further ones go to further transactions of the group. */
  readonly claimsPerTransaction?: number;
}

export interface ClaimBatch extends ClaimBatchHeader {
  readonly claims: readonly ProfessionalClaim[];
}

/** Where a claim stands in a file: what a 999 means by a position, and what a person wants to see. */
export interface WrittenClaim {
  readonly controlNumber: string;
  /** ST02. */
  readonly transaction: string;
  /** From its HL*22 to the last segment of its last line; ST is 1, as IK302 counts. */
  readonly firstSegment: number;
  readonly lastSegment: number;
  /** Bytes of the file: from, and up to but not with. */
  readonly from: number;
  readonly to: number;
}

/** The claim that a 999 means by AK202 and IK302. Undefined: the segment belongs to the header or a billing provider. */
export const claimAtSegment = <Claim extends Pick<WrittenClaim, 'transaction' | 'firstSegment' | 'lastSegment'>>(
  claims: readonly Claim[],
  transaction: string,
  segment: number,
): Claim | undefined =>
  claims.find(
    (claim) => claim.transaction === transaction && claim.firstSegment <= segment && segment <= claim.lastSegment,
  );

/** A piece of a file, and the claim that it is, if it is one. */
export interface WrittenPiece {
  readonly bytes: Uint8Array;
  readonly claim?: WrittenClaim;
}

const kind = { functionalId: 'HC', type: '837', version: '005010X222A1' } as const;
/** TR3 section 1.3.2 advises no more. */
const mostClaims = 5000;

/** Writes a batch of professional claims (005010X222A1) whole. */
export function write837(batch: ClaimBatch): { readonly bytes: Uint8Array; readonly claims: readonly WrittenClaim[] } {
  const writer = claimWriter(batch);
  const pieces = [writer.begin(), ...batch.claims.flatMap((claim) => writer.claim(claim)), writer.end()];
  return {
    bytes: Buffer.concat(pieces.map((piece) => piece.bytes)),
    claims: pieces.flatMap(({ claim }) => (claim ? [claim] : [])),
  };
}

/** The same piece by piece, for batches of any size: memory is one claim. */
export async function* write837Pieces(
  header: ClaimBatchHeader,
  claims: AsyncIterable<ProfessionalClaim> | Iterable<ProfessionalClaim>,
): AsyncGenerator<WrittenPiece, void, undefined> {
  const writer = claimWriter(header);
  yield writer.begin();
  for await (const claim of claims) yield* writer.claim(claim);
  yield writer.end();
}

/**
 * Each claim has a subscriber loop of its own, so that its range holds all that is the claim's. Claims in a row of one
 * billing provider share its loop.
 */
function claimWriter(header: ClaimBatchHeader) {
  const { envelope, form = standardForm, claimsPerTransaction = mostClaims } = header;
  const out = segmentOutput(form);
  let bytes = 0;
  let transactions = 0;
  let inTransaction = 0;
  let hl = 0;
  let billing: { readonly hl: number; readonly key: string } | undefined;

  const control = (): string => transactionControlText(envelope.transactionControl + transactions - 1);

  function piece(before = ''): { bytes: Uint8Array } {
    const text = before + out.take();
    bytes += text.length;
    return { bytes: Buffer.from(text, 'latin1') };
  }

  function begin(): WrittenPiece {
    openGroup(out, kind, envelope);
    return piece(isaText(envelope, form));
  }

  /** What stands between claims (headers, the billing provider), and the claim. */
  function claim(one: ProfessionalClaim): WrittenPiece[] {
    if (inTransaction === claimsPerTransaction) finishTransaction();
    if (inTransaction === 0) beginTransaction();
    const parent = billingOf(one);
    const between = piece();
    const [firstSegment, from] = [out.count + 1, bytes];
    hl += writeClaim(out, one, hl + 1, parent);
    inTransaction += 1;
    const written = piece();
    const place = { transaction: control(), firstSegment, lastSegment: out.count, from, to: bytes };
    return [between, { ...written, claim: { controlNumber: one.controlNumber, ...place } }];
  }

  function beginTransaction(): void {
    transactions += 1;
    hl = 0;
    billing = undefined;
    openTransaction(out, kind, control());
    writeHeader(out, header);
  }

  function billingOf(one: ProfessionalClaim): number {
    const key = JSON.stringify([one.billing, one.payTo]);
    if (billing?.key !== key) {
      hl += 1;
      billing = { hl, key };
      writeBilling(out, hl, one.billing, one.payTo);
    }
    return billing.hl;
  }

  function finishTransaction(): void {
    closeTransaction(out, control());
    inTransaction = 0;
  }

  /** @throws RangeError for a batch without claims: such a file is refused everywhere */
  function end(): WrittenPiece {
    if (transactions === 0) throw new RangeError('a batch holds at least one claim');
    finishTransaction();
    closeGroup(out, transactions, envelope);
    closeInterchange(out, 1, envelope);
    return piece();
  }

  return { begin, claim, end };
}

/** BHT, [1000A], [1000B]. */
function writeHeader(out: SegmentOutput, header: ClaimBatchHeader): void {
  const { envelope, reference, purpose = '00', submitter, receiver } = header;
  out.add('BHT', '0019', purpose, reference, envelope.date, envelope.time, 'CH');
  writeName(out, '41', submitter);
  for (const contact of submitter.contacts) writeContact(out, contact);
  writeName(out, '40', receiver);
}
