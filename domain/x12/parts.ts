import type { Cents } from '../money/cents';

/** Parts that several transactions are made of, as their TR3s name them. Empty strings do not occur; undefined does. */

/** N1 and what follows it. */
export interface Party {
  readonly name: string;
  /** N103 and N104: XV plan id, XX NPI, FI tax number. */
  readonly id?: Identifier | undefined;
  readonly references: readonly Identifier[];
  readonly address?: Address | undefined;
  readonly contacts: readonly Contact[];
}

export interface Identifier {
  readonly qualifier: string;
  readonly value: string;
}

export interface Address {
  readonly lines: readonly string[];
  readonly city: string;
  readonly state?: string | undefined;
  readonly zip?: string | undefined;
  readonly country?: string | undefined;
}

/** PER: its purpose (CX, BL, IC) and its numbers by kind (TE, FX, EM, UR). */
export interface Contact {
  readonly purpose: string;
  readonly name?: string | undefined;
  readonly numbers: readonly Identifier[];
}

/** A person or an organization named by NM1. */
export interface NamedEntity {
  /** NM102: 1 person, 2 organization. */
  readonly entityType: string;
  /** Family name, or the organization's. */
  readonly last: string;
  readonly first?: string | undefined;
  readonly middle?: string | undefined;
  readonly suffix?: string | undefined;
  readonly id?: Identifier | undefined;
}

/** One reason and amount out of a CAS. */
export interface Adjustment {
  /** CO contract, PR the client's, OA other, PI the payer's own; CR (correction) is read but never written. */
  readonly group: string;
  readonly reason: string;
  readonly amount: Cents;
  readonly quantity?: string | undefined;
  /** Byte of its CAS in the file; who writes knows none. */
  readonly offset?: number | undefined;
}

export interface DateOf {
  readonly qualifier: string;
  readonly date: string;
}

export interface AmountOf {
  readonly qualifier: string;
  readonly amount: Cents;
}

/** SVC01 or SVC06. */
export interface Procedure {
  readonly qualifier: string;
  readonly code: string;
  readonly modifiers: readonly string[];
}

/** The same while it is read: open to what comes next. */
export type Open<T> = {
  -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K];
};

/** The same as a writer takes it: without the places that only a file has. */
export type Content<T> = T extends string | number | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Content<Item>[]
    : { readonly [K in keyof T as Exclude<K, 'ordinal' | 'offset'>]: Content<T[K]> };
