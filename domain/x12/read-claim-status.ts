import type { ClaimStatus, ClaimStatusReport, StatusCode, StatusLevel, StatusLine, StatusTrace } from './claim-status';
import type { Interchange, Transaction, TransactionReader } from './envelope';
import type { Fault } from './fault';
import type { Open } from './parts';
import { component, element, optional, type Segment } from './segment';
import { amountOf, identifierAt, namedEntityOf, procedureAt, type Report, requiredAmountAt, unread } from './values';

export interface ClaimStatusEvent {
  readonly kind: 'claim_status';
  readonly report: ClaimStatusReport;
  readonly interchange: Interchange;
  readonly complete: boolean;
  readonly faults: readonly Fault[];
}

/** Reads a 277CA (005010X214), a 277 or a 276 (005010X212): HL opens a level, TRN a trace in it, SVC a line of that. */
export function claimStatusReader(
  transaction: Transaction,
  emit: (event: ClaimStatusEvent) => void,
): TransactionReader {
  const faults: Fault[] = [];
  const levels: Open<StatusLevel>[] = [];
  let bht: Segment | undefined;
  let level: Open<StatusLevel> | undefined;
  let trace: Open<StatusTrace> | undefined;
  let line: Open<StatusLine> | undefined;

  const report = (fault: Fault): void => {
    faults.push(fault);
  };

  function segment(segment: Segment): void {
    if (!readOpener(segment) && !readWithin(segment)) report(unread(segment));
  }

  function readOpener(segment: Segment): boolean {
    switch (segment.name) {
      case 'BHT':
        bht = segment;
        return true;
      case 'HL':
        level = {
          id: element(segment, 1),
          parent: optional(element(segment, 2)),
          level: element(segment, 3),
          offset: segment.offset,
          traces: [],
        };
        levels.push(level);
        [trace, line] = [undefined, undefined];
        return true;
      case 'NM1':
        if (level) level.name ??= namedEntityOf(segment);
        return level !== undefined;
      case 'TRN':
        return openTrace(segment);
      case 'SVC':
        return openLine(segment);
      default:
        return false;
    }
  }

  function openTrace(trn: Segment): boolean {
    line = undefined;
    trace = {
      type: element(trn, 1),
      number: element(trn, 2),
      statuses: [],
      references: [],
      dates: [],
      quantities: [],
      amounts: [],
      lines: [],
    };
    level?.traces.push(trace);
    return level !== undefined;
  }

  function openLine(svc: Segment): boolean {
    line = { procedure: procedureAt(svc, 1), charge: requiredAmountAt(svc, 2, report), statuses: [], dates: [] };
    trace?.lines.push(line);
    return trace !== undefined;
  }

  function readWithin(segment: Segment): boolean {
    if (!trace) return segment.name === 'DMG' || segment.name === 'PER';
    switch (segment.name) {
      case 'STC':
        (line ?? trace).statuses.push(statusOf(segment, report));
        return true;
      case 'DTP':
        (line ?? trace).dates.push({ qualifier: element(segment, 1), date: element(segment, 3) });
        return true;
      case 'REF':
        return readReference(trace, segment);
      case 'QTY':
        trace.quantities.push({ qualifier: element(segment, 1), value: element(segment, 2) });
        return true;
      case 'AMT':
        trace.amounts.push(amountOf(segment, report));
        return true;
      default:
        return false;
    }
  }

  /** Numbers that have a field of their own, once; the rest goes to the list. */
  function readReference(trace: Open<StatusTrace>, segment: Segment): true {
    const [qualifier, value] = [element(segment, 1), optional(element(segment, 2))];
    const field = numberFields[qualifier];
    const reference = identifierAt(segment, 1);
    if (line && qualifier === 'FJ') line.lineControlNumber = value;
    else if (field && trace[field] === undefined) trace[field] = value;
    else if (reference) trace.references.push(reference);
    return true;
  }

  function end(complete: boolean): void {
    const { control, version, interchange } = transaction;
    const [reference, date] = bht ? [element(bht, 3), element(bht, 4)] : ['', ''];
    emit({
      kind: 'claim_status',
      report: { control, version, reference, date, levels },
      interchange,
      complete,
      faults,
    });
  }

  return { segment, end };
}

const numberFields: Readonly<Record<string, 'payerControlNumber' | 'clearinghouseNumber' | 'patientControlNumber'>> = {
  '1K': 'payerControlNumber',
  D9: 'clearinghouseNumber',
  EJ: 'patientControlNumber',
};

function statusOf(stc: Segment, report: Report): ClaimStatus {
  const amountAt = (n: number) => (element(stc, n) === '' ? undefined : requiredAmountAt(stc, n, report));
  return {
    codes: [1, 10, 11].filter((n) => element(stc, n) !== '').map((n) => statusCodeAt(stc, n)),
    date: optional(element(stc, 2)),
    action: optional(element(stc, 3)),
    charge: amountAt(4),
    paid: amountAt(5),
    message: optional(element(stc, 12)),
  };
}

const statusCodeAt = (stc: Segment, n: number): StatusCode => ({
  category: component(stc, n, 1),
  status: component(stc, n, 2),
  entity: optional(component(stc, n, 3)),
  text: element(stc, n),
});
