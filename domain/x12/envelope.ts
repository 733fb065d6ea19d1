import type { Delimiters } from './delimiters';
import type { Fault } from './fault';
import type { Segment } from './segment';

export interface Interchange {
  /** ISA13. */
  readonly control: string;
  readonly sender: { readonly qualifier: string; readonly id: string };
  readonly receiver: { readonly qualifier: string; readonly id: string };
  /** ISA09 and ISA10 as written: YYMMDD and HHMM. */
  readonly date: string;
  readonly time: string;
  readonly version: string;
  /** ISA14: a TA1 is asked for. */
  readonly acknowledgementRequested: boolean;
  /** ISA15: P production, T test. */
  readonly usage: string;
  readonly delimiters: Delimiters;
  readonly offset: number;
}

export interface FunctionalGroup {
  /** GS01: HC claims, HP remittances, FA acknowledgements, HN claim status… */
  readonly functionalId: string;
  readonly sender: string;
  readonly receiver: string;
  readonly date: string;
  readonly time: string;
  readonly control: string;
  readonly version: string;
  readonly offset: number;
}

export interface Transaction {
  /** ST01. */
  readonly type: string;
  readonly control: string;
  /** ST03, or GS08 where the ST names none. */
  readonly version: string;
  /** Place among the transactions of the file, from 1. */
  readonly ordinal: number;
  readonly offset: number;
  readonly interchange: Interchange;
  readonly group: FunctionalGroup | undefined;
}

/** What reads one transaction: everything between ST and SE. `complete`: its SE was there, and begins at byte `at`. */
export interface TransactionReader {
  segment(segment: Segment): void;
  end(complete: boolean, at: number): void;
}

export interface X12Listener {
  /** ISA, GS, ST, SE, GE, IEA as they stand, before anything is concluded from them. */
  envelope?(segment: Segment): void;
  interchange?(interchange: Interchange): void;
  /** A TA1 stands between interchange and groups (TR3 appendix C.1). */
  interchangeAcknowledgement?(ta1: Segment): void;
  transaction(transaction: Transaction, st: Segment): TransactionReader | undefined;
  interchangeEnd?(interchange: Interchange, faults: readonly Fault[]): void;
  /** Each fault once, as soon as it shows; those within an interchange come again with its end. */
  fault?(fault: Fault): void;
}
