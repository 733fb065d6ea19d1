import type { ClaimsHeader, ProfessionalClaim } from './claim';
import { assembleClaim, assembleHeader } from './read-claim-assembly';
import {
  type ClaimFrame,
  diagnosesOf,
  type Frame,
  type LineFrame,
  noteOf,
  openFrame,
  type OtherFrame,
  readFrameSegment,
} from './read-claim-frames';
import type { Interchange, Transaction, TransactionReader } from './envelope';
import type { Fault } from './fault';
import { element, optional, type Segment } from './segment';
import { adjustmentsOf, procedureAt, requiredAmountAt, unread } from './values';

/** An 837P claim by claim. `offset` is that of the CLM. */
export type ClaimsEvent =
  | { readonly kind: 'claims'; readonly header: ClaimsHeader; readonly interchange: Interchange }
  | { readonly kind: 'claim'; readonly claim: ProfessionalClaim; readonly ordinal: number; readonly offset: number }
  | {
      readonly kind: 'claims_end';
      readonly header: ClaimsHeader;
      readonly claims: number;
      readonly complete: boolean;
      readonly faults: readonly Fault[];
    };

/**
 * Reads one 837P (005010X222A1) and never holds more than one claim. HL opens billing provider, subscriber and client;
 * CLM a claim; SBR within a claim another payer; LX a line; SVD what a payer decided about it (TR3 section 2.3).
 */
export function claimsReader(transaction: Transaction, emit: (event: ClaimsEvent) => void): TransactionReader {
  const faults: Fault[] = [];
  const top = openFrame();
  let bht: Segment | undefined;
  let header: ClaimsHeader | undefined;
  let billing = openFrame();
  let subscriber: Frame & { sbr?: Segment } = openFrame();
  let patient: (Frame & { pat?: Segment }) | undefined;
  let claim: ClaimFrame | undefined;
  let other: OtherFrame | undefined;
  let line: LineFrame | undefined;
  /** The innermost loop that is open. */
  let here: Frame = top;
  let claims = 0;

  const report = (fault: Fault): void => {
    faults.push(fault);
  };

  function segment(segment: Segment): void {
    if (!open(segment) && !readHere(segment) && !readFrameSegment(here, segment)) report(unread(segment));
  }

  /** Segments that open a loop. */
  function open(segment: Segment): boolean {
    switch (segment.name) {
      case 'HL':
        return openLevel(element(segment, 3));
      case 'CLM':
        return openClaim(segment);
      case 'SBR':
        return openCoverage(segment);
      case 'LX':
        return openLine();
      case 'SV1':
        if (!line || line.sv1) openLine(); // its LX is missing
        return false;
      case 'SVD':
        return openAdjudication(segment);
      default:
        return false;
    }
  }

  function openLevel(level: string): boolean {
    finishClaim();
    const frame = openFrame();
    if (level === '20') billing = frame;
    if (level === '22') subscriber = frame;
    patient = level === '23' ? frame : undefined;
    here = frame;
    return true;
  }

  function openClaim(clm: Segment): true {
    finishClaim();
    sendHeader();
    claims += 1;
    claim = { ...openFrame(), clm, ordinal: claims, amounts: [], diagnoses: [], others: [], lines: [] };
    here = claim;
    return true;
  }

  function openCoverage(sbr: Segment): true {
    if (!claim) {
      subscriber.sbr = sbr;
      return true;
    }
    other = { ...openFrame(), sbr, adjustments: [], amounts: [] };
    claim.others.push(other);
    here = other;
    return true;
  }

  function openLine(): boolean {
    if (!claim) return false;
    line = { ...openFrame(), adjudications: [] };
    claim.lines.push(line);
    here = line;
    other = undefined;
    return true;
  }

  function openAdjudication(svd: Segment): boolean {
    line?.adjudications.push({
      payerId: element(svd, 1),
      paid: requiredAmountAt(svd, 2, report),
      procedure: procedureAt(svd, 3),
      units: element(svd, 5),
      bundledInto: optional(element(svd, 6)),
      adjustments: [],
    });
    return line !== undefined;
  }

  /** Segments that belong to one kind of loop only. */
  function readHere(segment: Segment): boolean {
    if (line) return readLineSegment(line, segment);
    if (other) return readOtherSegment(other, segment);
    if (claim) return readClaimSegment(claim, segment);
    if (segment.name === 'PAT' && patient) patient.pat = segment;
    else if (segment.name === 'BHT') bht = segment;
    else return segment.name === 'PAT' || segment.name === 'CUR';
    return true;
  }

  function readClaimSegment(claim: ClaimFrame, segment: Segment): boolean {
    if (segment.name === 'HI') claim.diagnoses.push(...diagnosesOf(segment));
    else if (segment.name === 'AMT') claim.amounts.push(segment);
    else if (segment.name === 'NTE') claim.note ??= noteOf(segment);
    else return false;
    return true;
  }

  function readOtherSegment(other: OtherFrame, segment: Segment): boolean {
    if (segment.name === 'CAS') other.adjustments.push(segment);
    else if (segment.name === 'AMT') other.amounts.push(segment);
    else if (segment.name === 'OI') other.oi = segment;
    else return false;
    return true;
  }

  function readLineSegment(line: LineFrame, segment: Segment): boolean {
    const adjudication = line.adjudications.at(-1);
    if (segment.name === 'SV1') line.sv1 = segment;
    else if (segment.name === 'NTE') line.note ??= noteOf(segment);
    else if (!adjudication) return false;
    else if (segment.name === 'CAS') adjudication.adjustments.push(...adjustmentsOf(segment, report));
    else if (segment.name === 'DTP') adjudication.paidOn = optional(element(segment, 3));
    else if (segment.name === 'AMT') adjudication.remaining = requiredAmountAt(segment, 2, report);
    else return false;
    return true;
  }

  function finishClaim(): void {
    if (!claim) return;
    const assembled = assembleClaim({ billing, subscriber, patient, claim }, report);
    emit({ kind: 'claim', claim: assembled, ordinal: claim.ordinal, offset: claim.clm.offset });
    [claim, other, line] = [undefined, undefined, undefined];
  }

  function sendHeader(): ClaimsHeader {
    if (header) return header;
    header = assembleHeader(transaction, bht, top);
    emit({ kind: 'claims', header, interchange: transaction.interchange });
    return header;
  }

  function end(complete: boolean): void {
    finishClaim();
    emit({ kind: 'claims_end', header: sendHeader(), claims, complete, faults });
  }

  return { segment, end };
}
