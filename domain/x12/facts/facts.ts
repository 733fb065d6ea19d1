import type { Interchange, Transaction } from '../envelope';
import { type Fault, isNote } from '../fault';
import type { X12Kind } from '../kind';
import { readX12File, type X12Event } from '../read-x12';
import type { Chunks } from '../x12-reader';
import { type JsonText, jsonText } from './json-text';
import {
  claimStatusFacts,
  eligibilityFacts,
  groupAcknowledgementFacts,
  interchangeAcknowledgementFacts,
  professionalClaimFacts,
} from './other-facts';
import { remittanceFactsWriter } from './write-remittance-facts';

export interface FactsResult {
  /** Read as X12 from the first byte to the last, every width, count and control number right. */
  readonly wellFormed: boolean;
}

/**
 * The facts of one file as one JSON object, in pieces without line breaks: who sent it, what each transaction says
 * (amounts in cents), what is wrong. Memory: one chunk's claims, and what is wrong.
 */
export async function* factsText(file: string, chunks: Chunks): AsyncGenerator<string, FactsResult, undefined> {
  let pieces: string[] = [];
  const facts = factsWriter(
    file,
    jsonText((piece) => pieces.push(piece)),
  );
  for await (const event of readX12File(chunks)) {
    facts.take(event);
    if (pieces.length < 512) continue;
    yield pieces.join('');
    pieces = [];
  }
  const result = facts.end();
  yield pieces.join('');
  return result;
}

/** Writes each event as it comes; what only the end tells stands last in its object. */
function factsWriter(file: string, json: JsonText) {
  const remittance = remittanceFactsWriter(json);
  const fileErrors: string[] = [];
  let interchangeErrors: string[] | undefined;
  let acknowledgements: object[] = [];
  let billingNpi: string | null | undefined;
  let kind: X12Kind | undefined;
  let wellFormed = true;

  json.open('{');
  json.member('file', file);
  json.open('[', 'interchanges');

  function take(event: X12Event): void {
    switch (event.kind) {
      case 'interchange':
        return openInterchange(event.interchange);
      case 'interchange_end':
        return closeInterchange();
      case 'interchange_acknowledgement':
        return void acknowledgements.push(interchangeAcknowledgementFacts(event.acknowledgement));
      case 'fault':
        return blame([event.fault]);
      case 'transaction':
        kind ??= event.of;
        return openTransaction(event.transaction);
      case 'remittance':
      case 'remittance_claim':
        return remittance.take(event);
      case 'remittance_end':
        remittance.take(event);
        return closeTransaction(event.totals.complete, event.totals.faults);
      case 'claims':
        return void (billingNpi = undefined);
      case 'claim':
        openClaims(event.claim.billing.id?.value ?? null);
        return json.item(professionalClaimFacts(event.claim));
      case 'claims_end':
        openClaims(null);
        json.close();
        return closeTransaction(event.complete, event.faults);
      case 'acknowledgement':
        members(groupAcknowledgementFacts(event.acknowledgement));
        return closeTransaction(event.complete, event.faults);
      case 'claim_status':
        members(claimStatusFacts(event.report));
        return closeTransaction(event.complete, event.faults);
      case 'eligibility':
        members(eligibilityFacts(event.message));
        return closeTransaction(event.complete, event.faults);
      case 'unknown_transaction':
        return closeTransaction(event.complete, []);
    }
  }

  function openInterchange(interchange: Interchange): void {
    interchangeErrors = [];
    json.open('{');
    json.member('isa13', interchange.control);
    json.member('sender', interchange.sender.id);
    json.member('receiver', interchange.receiver.id);
    json.member('usage', interchange.usage);
    json.member('delimiters', interchange.delimiters);
    json.open('[', 'transactions');
  }

  function closeInterchange(): void {
    json.close();
    if (acknowledgements.length > 0) {
      kind ??= 'TA1';
      json.member('ta1', acknowledgements);
    }
    json.member('envelopeErrors', interchangeErrors);
    json.close();
    interchangeErrors = undefined;
    acknowledgements = [];
  }

  function openTransaction({ type, version, control }: Transaction): void {
    json.open('{');
    members({ type, version, st02: control });
  }

  /** The billing provider of the first claim stands before the claims. */
  function openClaims(npi: string | null): void {
    if (billingNpi !== undefined) return;
    billingNpi = npi;
    json.member('billingNpi', npi);
    json.open('[', 'claims');
  }

  function closeTransaction(complete: boolean, faults: readonly Fault[]): void {
    json.member('complete', complete);
    json.close();
    blame(faults);
  }

  function blame(faults: readonly Fault[]): void {
    for (const fault of faults) {
      if (isNote(fault)) continue;
      wellFormed = false;
      (interchangeErrors ?? fileErrors).push(faultText(fault));
    }
  }

  function members(object: object): void {
    for (const [key, value] of Object.entries(object)) json.member(key, value);
  }

  function end(): FactsResult {
    json.close();
    members({ fileErrors, wellFormed });
    remittance.end();
    json.member('kind', kind ?? 'other');
    json.close();
    return { wellFormed };
  }

  return { take, end };
}

/** `SE01 says 5 segments, there are 6 (SE at byte 271)` */
export const faultText = ({ message, segment, offset }: Fault): string =>
  `${message} (${segment || 'file'} at byte ${offset})`;
