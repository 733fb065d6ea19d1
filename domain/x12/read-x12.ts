import { acknowledgementReader, type AcknowledgementEvent, interchangeAcknowledgementOf } from './read-acknowledgement';
import { type ClaimStatusEvent, claimStatusReader } from './read-claim-status';
import { type ClaimsEvent, claimsReader } from './read-claims';
import { type RemittanceEvent, remittanceReader } from './read-remittance';
import { type EligibilityEvent, eligibilityReader } from './eligibility';
import type { Interchange, Transaction, TransactionReader, X12Listener } from './envelope';
import type { Fault } from './fault';
import { kindOf, type X12Kind } from './kind';
import { type Chunks, eventsOf } from './x12-reader';

/** Everything that a file of any kind may tell, in file order. */
export type X12Event =
  | { readonly kind: 'interchange'; readonly interchange: Interchange }
  | { readonly kind: 'transaction'; readonly transaction: Transaction; readonly of: X12Kind }
  | RemittanceEvent
  | ClaimsEvent
  | AcknowledgementEvent
  | ClaimStatusEvent
  | EligibilityEvent
  /** A transaction that no reader of ours knows. */
  | { readonly kind: 'unknown_transaction'; readonly transaction: Transaction; readonly complete: boolean }
  | { readonly kind: 'interchange_end'; readonly interchange: Interchange; readonly faults: readonly Fault[] }
  /** What is wrong with the bytes or the envelopes. What a typed reader could not read is in its own last event. */
  | { readonly kind: 'fault'; readonly fault: Fault };

/** Reads a file of any kind to typed events. A 999 with a TA1 beside it, or several kinds in one file, are all told. */
export const readX12File = (chunks: Chunks): AsyncGenerator<X12Event, void, undefined> =>
  eventsOf<X12Event>(chunks, typedListener);

/** The listener that gives each transaction to the reader of its kind. */
export function typedListener(emit: (event: X12Event) => void): X12Listener {
  return {
    interchange: (interchange) => emit({ kind: 'interchange', interchange }),
    interchangeAcknowledgement: (ta1) =>
      emit({ kind: 'interchange_acknowledgement', acknowledgement: interchangeAcknowledgementOf(ta1) }),
    transaction: (transaction) => {
      const of = kindOf(transaction);
      emit({ kind: 'transaction', transaction, of });
      return readerOf(of, transaction, emit);
    },
    interchangeEnd: (interchange, faults) => emit({ kind: 'interchange_end', interchange, faults }),
    fault: (fault) => emit({ kind: 'fault', fault }),
  };
}

function readerOf(kind: X12Kind, transaction: Transaction, emit: (event: X12Event) => void): TransactionReader {
  switch (kind) {
    case '835':
      return remittanceReader(transaction, emit);
    case '837P':
      return claimsReader(transaction, emit);
    case '999':
    case '997':
      return acknowledgementReader(transaction, emit);
    case '277CA':
    case '277':
    case '276':
      return claimStatusReader(transaction, emit);
    case '270':
    case '271':
      return eligibilityReader(transaction, emit);
    case '837D':
    case '837I':
    case 'TA1':
    case 'other':
      return {
        segment: () => {},
        end: (complete) => emit({ kind: 'unknown_transaction', transaction, complete }),
      };
  }
}
