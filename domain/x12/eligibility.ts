import type { Cents } from '../money/cents';
import type { Fault } from './fault';
import type { Interchange, Transaction, TransactionReader } from './envelope';
import { element, optional, repetitions, type Segment } from './segment';
import { requiredAmountAt } from './values';

/** What a 270 asks or a 271 answers (005010X279A1), flat: benefits, refusals, traces and levels in file order. */
export interface EligibilityMessage {
  readonly control: string;
  readonly version: string;
  /** HL03 each. */
  readonly levels: readonly string[];
  /** TRN02 each. */
  readonly traces: readonly string[];
  /** EQ01 each: service types asked about. */
  readonly inquiries: readonly (readonly string[])[];
  readonly benefits: readonly Benefit[];
  readonly refusals: readonly Refusal[];
}

/** EB. */
export interface Benefit {
  /** EB01: 1 active, 6 inactive, B copay, C deductible, A coinsurance, G out of pocket… */
  readonly information: string;
  readonly coverage?: string | undefined;
  readonly serviceTypes: readonly string[];
  readonly insuranceType?: string | undefined;
  readonly period?: string | undefined;
  readonly amount?: Cents | undefined;
  /** EB08 as written: 0.2 is twenty percent. */
  readonly percent?: string | undefined;
  /** EB12: Y in network, N out, W both. */
  readonly network?: string | undefined;
}

/** AAA: why a question was not answered. */
export interface Refusal {
  readonly valid: string;
  readonly reason: string;
  readonly followUp: string;
}

export interface EligibilityEvent {
  readonly kind: 'eligibility';
  readonly message: EligibilityMessage;
  readonly interchange: Interchange;
  readonly complete: boolean;
  readonly faults: readonly Fault[];
}

export function eligibilityReader(
  transaction: Transaction,
  emit: (event: EligibilityEvent) => void,
): TransactionReader {
  const faults: Fault[] = [];
  const levels: string[] = [];
  const traces: string[] = [];
  const inquiries: string[][] = [];
  const benefits: Benefit[] = [];
  const refusals: Refusal[] = [];

  function segment(segment: Segment): void {
    if (segment.name === 'HL') levels.push(element(segment, 3));
    if (segment.name === 'TRN') traces.push(element(segment, 2));
    if (segment.name === 'EQ') inquiries.push(codesAt(segment, 1));
    if (segment.name === 'EB') benefits.push(benefitOf(segment, (fault) => faults.push(fault)));
    if (segment.name === 'AAA') refusals.push(refusalOf(segment));
  }

  function end(complete: boolean): void {
    const { control, version, interchange } = transaction;
    const message = { control, version, levels, traces, inquiries, benefits, refusals };
    emit({ kind: 'eligibility', message, interchange, complete, faults });
  }

  return { segment, end };
}

const benefitOf = (eb: Segment, report: (fault: Fault) => void): Benefit => ({
  information: element(eb, 1),
  coverage: optional(element(eb, 2)),
  serviceTypes: codesAt(eb, 3),
  insuranceType: optional(element(eb, 4)),
  period: optional(element(eb, 6)),
  amount: element(eb, 7) === '' ? undefined : requiredAmountAt(eb, 7, report),
  percent: optional(element(eb, 8)),
  network: optional(element(eb, 12)),
});

const refusalOf = (aaa: Segment): Refusal => ({
  valid: element(aaa, 1),
  reason: element(aaa, 3),
  followUp: element(aaa, 4),
});

const codesAt = (segment: Segment, n: number): string[] => repetitions(segment, n).map(([code = '']) => code);
