import type { FunctionalGroup, Interchange, Transaction, TransactionReader, X12Listener } from './envelope';
import type { Fault, FaultCode } from './fault';
import { element, type Segment } from './segment';
import type { SegmentSink } from './segment-cutter';

const envelopeNames: ReadonlySet<string> = new Set(['ISA', 'GS', 'ST', 'SE', 'GE', 'IEA']);

/** Follows the envelopes and proves their counts and control numbers, which the tokenizer does not (TR3 appendix C). */
export function envelopeReader(listener: X12Listener): SegmentSink & { end(): void } {
  let interchange: Interchange | undefined;
  let group: FunctionalGroup | undefined;
  let transaction: Transaction | undefined;
  let reader: TransactionReader | undefined;
  let faults: Fault[] = [];
  let groups = 0;
  let transactions = 0;
  let segments = 0;
  let ordinal = 0;
  let last = 0;

  function fault(fault: Fault): void {
    if (interchange) faults.push(fault);
    listener.fault?.(fault);
  }
  const blame = (code: FaultCode, at: Segment, message: string): void =>
    fault({ code, segment: at.name, offset: at.offset, message });
  const missing = (code: FaultCode, segment: string, opener: { offset: number }, what: string): void =>
    fault({
      code,
      segment,
      offset: last,
      message: `no ${segment} for the ${what} that begins at byte ${opener.offset}`,
    });

  function segment(segment: Segment): void {
    last = segment.offset;
    segments += 1;
    if (envelopeNames.has(segment.name)) listener.envelope?.(segment);
    switch (segment.name) {
      case 'ISA':
        return openInterchange(segment);
      case 'GS':
        return openGroup(segment);
      case 'ST':
        return openTransaction(segment);
      case 'SE':
        return endTransaction(segment);
      case 'GE':
        return endGroup(segment);
      case 'IEA':
        return endInterchange(segment);
      default:
        return body(segment);
    }
  }

  function body(segment: Segment): void {
    if (transaction) reader?.segment(segment);
    else if (segment.name === 'TA1') listener.interchangeAcknowledgement?.(segment);
    else blame('misplaced', segment, `segment ${segment.name} stands outside any transaction`);
  }

  function openInterchange(isa: Segment): void {
    closeInterchange();
    interchange = interchangeOf(isa);
    groups = 0;
    listener.interchange?.(interchange);
  }

  function openGroup(gs: Segment): void {
    closeGroup();
    group = groupOf(gs);
    groups += 1;
    transactions = 0;
  }

  function openTransaction(st: Segment): void {
    closeTransaction();
    if (!interchange) return;
    if (!group) blame('misplaced', st, 'transaction outside any functional group');
    ordinal += 1;
    transactions += 1;
    segments = 1;
    transaction = {
      type: element(st, 1),
      control: element(st, 2),
      version: element(st, 3) || (group?.version ?? ''),
      ordinal,
      offset: st.offset,
      interchange,
      group,
    };
    reader = listener.transaction(transaction, st);
  }

  function endTransaction(se: Segment): void {
    if (!transaction) return blame('misplaced', se, 'SE without an ST');
    const [count, control] = [element(se, 1), element(se, 2)];
    if (Number(count) !== segments || count === '')
      blame('se_count', se, `SE01 says ${count} segments, there are ${segments}`);
    if (control !== transaction.control)
      blame('se_control', se, `SE02 is ${control}, the transaction's ST02 is ${transaction.control}`);
    finishTransaction(true);
  }

  function endGroup(ge: Segment): void {
    closeTransaction();
    if (!group) return blame('misplaced', ge, 'GE without a GS');
    const [count, control] = [element(ge, 1), element(ge, 2)];
    if (Number(count) !== transactions || count === '')
      blame('ge_count', ge, `GE01 says ${count} transactions, there are ${transactions}`);
    if (control !== group.control) blame('ge_control', ge, `GE02 is ${control}, the group's GS06 is ${group.control}`);
    group = undefined;
  }

  function endInterchange(iea: Segment): void {
    closeGroup();
    if (!interchange) return;
    const [count, control] = [element(iea, 1), element(iea, 2)];
    if (Number(count) !== groups || count === '')
      blame('iea_count', iea, `IEA01 says ${count} groups, there are ${groups}`);
    if (control !== interchange.control)
      blame('iea_control', iea, `IEA02 is ${control}, the interchange's ISA13 is ${interchange.control}`);
    finishInterchange();
  }

  function closeTransaction(): void {
    if (!transaction) return;
    missing('missing_se', 'SE', transaction, 'transaction');
    finishTransaction(false);
  }

  function closeGroup(): void {
    closeTransaction();
    if (!group) return;
    missing('missing_ge', 'GE', group, 'functional group');
    group = undefined;
  }

  function closeInterchange(): void {
    closeGroup();
    if (!interchange) return;
    missing('missing_iea', 'IEA', interchange, 'interchange');
    finishInterchange();
  }

  function finishTransaction(complete: boolean): void {
    reader?.end(complete, last);
    reader = undefined;
    transaction = undefined;
  }

  function finishInterchange(): void {
    if (interchange) listener.interchangeEnd?.(interchange, faults);
    interchange = undefined;
    faults = [];
  }

  return { segment, fault, end: closeInterchange };
}

function interchangeOf(isa: Segment): Interchange {
  return {
    control: element(isa, 13),
    sender: { qualifier: element(isa, 5), id: element(isa, 6) },
    receiver: { qualifier: element(isa, 7), id: element(isa, 8) },
    date: element(isa, 9),
    time: element(isa, 10),
    version: element(isa, 12),
    acknowledgementRequested: element(isa, 14) === '1',
    usage: element(isa, 15),
    delimiters: isa.delimiters,
    offset: isa.offset,
  };
}

function groupOf(gs: Segment): FunctionalGroup {
  return {
    functionalId: element(gs, 1),
    sender: element(gs, 2),
    receiver: element(gs, 3),
    date: element(gs, 4),
    time: element(gs, 5),
    control: element(gs, 6),
    version: element(gs, 8),
    offset: gs.offset,
  };
}
