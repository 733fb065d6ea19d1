import type { Cents } from '../money/cents';
import type { Fault } from './fault';
import type { Adjustment, AmountOf, Contact, DateOf, Identifier, NamedEntity, Party, Procedure } from './parts';

/**
 * An 835 (005010X221A1) in the words of its TR3. Amounts are cents with the sign of the file; dates are as written,
 * YYYYMMDD. What the payer did not say is undefined or an empty list, never a guess.
 */
export interface RemittanceHeader {
  readonly ordinal: number;
  readonly offset: number;
  /** ST02 and the version of the transaction. */
  readonly control: string;
  readonly version: string;
  readonly payment: Payment;
  /** TRN: number of the check or transfer (02), payer TIN with its leading 1 (03), and the payer's division (04). */
  readonly trace: Trace;
  /** REF EV: who receives the file, where that is not the payee. */
  readonly receiverId?: string | undefined;
  /** DTM 405. */
  readonly producedOn?: string | undefined;
  readonly payer: Party;
  readonly payee: Party;
}

export interface Trace {
  readonly number: string;
  readonly payerId?: string | undefined;
  readonly division?: string | undefined;
}

/** BPR. */
export interface Payment {
  /** BPR01: I with the payment, H notification only, C, D, P, U, X. */
  readonly handling: string;
  readonly amount: Cents;
  /** BPR03: C credit, D debit. */
  readonly direction: string;
  /** BPR04: ACH, CHK, FWT, BOP, NON. */
  readonly method: string;
  /** BPR05: CCP, CTX. */
  readonly format?: string | undefined;
  /** BPR06 to 09. */
  readonly payerAccount?: BankAccount | undefined;
  /** BPR10 and 11: the payer's originator id (a leading 1 and its TIN) and division. */
  readonly originId?: string | undefined;
  readonly originDivision?: string | undefined;
  /** BPR12 to 15. */
  readonly payeeAccount?: BankAccount | undefined;
  /** BPR16. */
  readonly date: string;
}

export interface BankAccount {
  /** 01 ABA routing number, 04 Canadian bank branch. */
  readonly bankQualifier: string;
  readonly bank: string;
  /** DA demand deposit, SG savings. */
  readonly accountType: string;
  readonly account: string;
}

/** CLP and all below it. */
export interface RemittanceClaim {
  /** Place among the claims of its transaction, from 1. */
  readonly ordinal: number;
  readonly offset: number;
  /** LX01 of the block that it stands in. */
  readonly block?: string | undefined;
  /** CLP01: our control number as the payer repeats it. */
  readonly controlNumber: string;
  /** CLP02: 1, 2, 3 processed; 4 denied; 19, 20, 21 forwarded; 22 reversal; 23 not ours; 25 predetermination. */
  readonly status: string;
  readonly charge: Cents;
  readonly paid: Cents;
  readonly patientResponsibility: Cents;
  readonly filingIndicator?: string | undefined;
  /** CLP07: the payer's own number (ICN). */
  readonly payerControlNumber?: string | undefined;
  readonly placeOfService?: string | undefined;
  readonly frequency?: string | undefined;
  /** CAS before the first SVC; those of lines are with their lines. */
  readonly adjustments: readonly Adjustment[];
  readonly patient?: NamedEntity | undefined;
  readonly insured?: NamedEntity | undefined;
  /** NM1 74: what the payer corrected in the name or number of the insured. */
  readonly corrected?: NamedEntity | undefined;
  readonly rendering?: NamedEntity | undefined;
  /** NM1 TT: the payer that the claim was forwarded to. */
  readonly crossover?: NamedEntity | undefined;
  /** NM1 PR: the payer that should have been billed first. */
  readonly priorityPayer?: NamedEntity | undefined;
  readonly otherInsured?: NamedEntity | undefined;
  /** Remark codes of MOA, or of MIA. */
  readonly remarks: readonly string[];
  /** MOA01 and MOA02. */
  readonly reimbursementRate?: string | undefined;
  readonly payable?: Cents | undefined;
  readonly references: readonly Identifier[];
  readonly dates: readonly DateOf[];
  readonly contacts: readonly Contact[];
  readonly amounts: readonly AmountOf[];
  readonly quantities: readonly Identifier[];
  readonly lines: readonly RemittanceLine[];
}

/** SVC and all below it. */
export interface RemittanceLine {
  readonly ordinal: number;
  readonly offset: number;
  readonly procedure: Procedure;
  readonly charge: Cents;
  readonly paid: Cents;
  readonly revenueCode?: string | undefined;
  readonly units?: string | undefined;
  /** SVC06: what was billed, where the payer judged another code (bundled or recoded lines). */
  readonly original?: Procedure | undefined;
  readonly originalUnits?: string | undefined;
  readonly dates: readonly DateOf[];
  readonly adjustments: readonly Adjustment[];
  /** REF 6R: our line control number as the payer repeats it. */
  readonly lineControlNumber?: string | undefined;
  /** The other REFs. */
  readonly references: readonly Identifier[];
  readonly amounts: readonly AmountOf[];
  readonly quantities: readonly Identifier[];
  /** LQ HE. */
  readonly remarks: readonly string[];
}

/** DTM 472, or 150 where the line is a range: YYYYMMDD. */
export const serviceDayOf = (line: Pick<RemittanceLine, 'dates'>): string | undefined =>
  line.dates.find(({ qualifier }) => qualifier === '472' || qualifier === '150')?.date;

/** One code and amount out of a PLB. A positive amount reduces the payment. */
export interface ProviderAdjustment {
  readonly offset: number;
  readonly provider: string;
  readonly fiscalDate: string;
  readonly code: string;
  /** PLB03-2: often the claim or payer number it is about; its form is the payer's. */
  readonly reference?: string | undefined;
  readonly amount: Cents;
}

/** A whole 835, for writers and tests; readers give it claim by claim. */
export interface Remittance {
  readonly header: RemittanceHeader;
  readonly claims: readonly RemittanceClaim[];
  readonly providerAdjustments: readonly ProviderAdjustment[];
}

/** What is known when the transaction ends. */
export interface RemittanceTotals {
  readonly claims: number;
  readonly paid: Cents;
  readonly providerAdjustments: readonly ProviderAdjustment[];
  /** SE was there. */
  readonly complete: boolean;
  /** Amounts that could not be read and segments at places where they mean nothing. */
  readonly faults: readonly Fault[];
}
