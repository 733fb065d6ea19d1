import { centsOf } from '../money/cents';
import type { Interchange, Transaction, TransactionReader } from './envelope';
import type { Fault } from './fault';
import type { Open } from './parts';
import { openClaim, openLine, readClaimSegment, readLineSegment } from './read-remittance-claim';
import { openHeader, readHeaderSegment } from './read-remittance-header';
import type {
  ProviderAdjustment,
  RemittanceClaim,
  RemittanceHeader,
  RemittanceLine,
  RemittanceTotals,
} from './remittance';
import {
  type ClaimImbalance,
  imbalancesOfClaim,
  type RemittanceImbalance,
  remittanceImbalance,
} from './remittance-balance';
import { component, element, optional, type Segment } from './segment';
import { requiredAmountAt, unread } from './values';

/** An 835 claim by claim: the header, each claim with what does not balance in it, then what closes the payment. */
export type RemittanceEvent =
  | { readonly kind: 'remittance'; readonly header: RemittanceHeader; readonly interchange: Interchange }
  | {
      readonly kind: 'remittance_claim';
      readonly claim: RemittanceClaim;
      /** Byte of the segment that ends it. */
      readonly until: number;
      readonly imbalances: readonly ClaimImbalance[];
    }
  | {
      readonly kind: 'remittance_end';
      readonly header: RemittanceHeader;
      readonly totals: RemittanceTotals;
      readonly imbalance: RemittanceImbalance | undefined;
    };

/**
 * Reads one 835 (005010X221A1; 004010X091A1 differs in nothing that is read here) and never holds more than one claim.
 * Its loops need no tree: CLP opens a claim, SVC a line, PLB ends both (TR3 section 2.3).
 */
export function remittanceReader(transaction: Transaction, emit: (event: RemittanceEvent) => void): TransactionReader {
  const open = openHeader(transaction);
  const faults: Fault[] = [];
  const providerAdjustments: ProviderAdjustment[] = [];
  let stage: 'header' | 'claims' | 'summary' = 'header';
  let block: string | undefined;
  let claim: Open<RemittanceClaim> | undefined;
  let line: Open<RemittanceLine> | undefined;
  let claims = 0;
  let paid = 0;

  const report = (fault: Fault): void => {
    faults.push(fault);
  };

  function segment(segment: Segment): void {
    switch (segment.name) {
      case 'SVC':
        return beginLine(segment);
      case 'CLP':
        return beginClaim(segment);
      case 'LX':
        enter('claims', segment);
        block = optional(element(segment, 1));
        return;
      case 'PLB':
        enter('summary', segment);
        return void providerAdjustments.push(...providerAdjustmentsOf(segment, report));
      case 'TS2':
      case 'TS3':
        return; // summaries by provider, of institutional remittances only (TR3 2000)
      default:
        if (!readInPlace(segment)) report(unread(segment));
    }
  }

  function readInPlace(segment: Segment): boolean {
    if (stage === 'header') return readHeaderSegment(open, segment, report);
    if (line) return readLineSegment(line, segment, report);
    return claim !== undefined && readClaimSegment(claim, segment, report);
  }

  function beginClaim(clp: Segment): void {
    if (stage === 'summary') report(misplaced(clp, 'after the provider adjustments'));
    enter('claims', clp);
    claims += 1;
    claim = openClaim(clp, claims, block, report);
  }

  function beginLine(svc: Segment): void {
    if (!claim) return report(misplaced(svc, 'without a claim'));
    line = openLine(svc, claim.lines.length + 1, report);
    claim.lines.push(line);
  }

  /** Ends the claim that is open; before the first, the header. */
  function enter(next: 'claims' | 'summary', { offset }: { readonly offset: number }): void {
    if (stage === 'header') emit({ kind: 'remittance', header: open.header, interchange: transaction.interchange });
    stage = next;
    if (!claim) return;
    paid += claim.paid;
    emit({ kind: 'remittance_claim', claim, until: offset, imbalances: imbalancesOfClaim(claim) });
    claim = undefined;
    line = undefined;
  }

  function end(complete: boolean, at: number): void {
    enter('summary', { offset: at });
    if (open.header.payment.handling === '') report(missing('BPR', transaction));
    if (open.header.trace.number === '') report(missing('TRN', transaction));
    const totals = { claims, paid: centsOf(paid), providerAdjustments, complete, faults };
    const imbalance = remittanceImbalance(totals.paid, providerAdjustments, open.header.payment.amount);
    emit({ kind: 'remittance_end', header: open.header, totals, imbalance });
  }

  return { segment, end };
}

/** PLB: provider, end of the fiscal year, then up to six of code with reference, and amount. */
function providerAdjustmentsOf(plb: Segment, report: (fault: Fault) => void): ProviderAdjustment[] {
  const adjustments: ProviderAdjustment[] = [];
  for (let n = 3; n <= plb.elements.length; n += 2) {
    if (element(plb, n) === '' && element(plb, n + 1) === '') continue;
    adjustments.push({
      offset: plb.offset,
      provider: element(plb, 1),
      fiscalDate: element(plb, 2),
      code: component(plb, n, 1),
      reference: optional(component(plb, n, 2)),
      amount: requiredAmountAt(plb, n + 1, report),
    });
  }
  return adjustments;
}

/** Without them nobody knows what was paid, or which payment it is. */
const missing = (segment: string, { offset }: Transaction): Fault => ({
  code: 'missing_segment',
  segment,
  offset,
  message: `the remittance that begins at byte ${offset} has no ${segment}`,
});

const misplaced = (segment: Segment, where: string): Fault => ({
  code: 'misplaced',
  segment: segment.name,
  offset: segment.offset,
  message: `segment ${segment.name} stands ${where}`,
});
