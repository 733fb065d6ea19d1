/** How long rows are kept, counted from when. */
export type Keep =
  | { readonly years: number; readonly after: 'last_service' | 'final_payment' | 'ended' | 'written' }
  | { readonly days: number }
  | 'while_referenced'
  | 'with_the_database';

export interface Retention {
  readonly keep: Keep;
  /** Of a minor's record: years after coming of age, where that is later. */
  readonly minorYears?: number;
  readonly source: string;
}

/**
 * Why a row is kept, and for how long at least. These are floors: a practice's state may ask for more, a legal hold stops
 * disposal altogether. Nothing of this deletes by itself: the disposal job lists by class, is approved, acts and audits.
 */
export const retentionClasses = {
  /** What tells of a client's care: appointments, visits, notes, who treated whom, what was said to the client. */
  clinical_record: {
    keep: { years: 7, after: 'last_service' },
    minorYears: 3,
    source: 'APA Record Keeping Guidelines (2007), guideline 7; state law where longer',
  },
  /** What tells of money: charges, claims, remittances, ledger, statements. */
  billing_record: {
    keep: { years: 10, after: 'final_payment' },
    source: '31 USC 3731(b)(2); 42 CFR 422.504(d)',
  },
  /** What proves that the practice kept its duties: who had access, who agreed to what, which rules held. */
  compliance: { keep: { years: 6, after: 'ended' }, source: '45 CFR 164.316(b)(2)(i), 164.530(j)(2)' },
  /** The audit trail. Sealed in a chain, so it is disposed of by whole months, oldest first. */
  audit: { keep: { years: 6, after: 'written' }, source: '45 CFR 164.312(b), 164.316(b)(2)(i)' },
  /** Work in hand: plans, queues of people, blocked time. Tells nothing that the records do not. */
  operational: { keep: { years: 2, after: 'ended' }, source: 'house rule' },
  /** Names that records point to: rooms, kinds of appointment, members of staff. */
  reference: { keep: 'while_referenced', source: 'house rule: a record stays readable' },
  /** The machine's own scratch: gone as soon as it has served. */
  ephemeral: { keep: { days: 7 }, source: 'house rule' },
  /** What the schema itself consists of. */
  schema: { keep: 'with_the_database', source: 'house rule' },
} as const satisfies Readonly<Record<string, Retention>>;

export type RetentionClass = keyof typeof retentionClasses;

/**
 * What a legal hold does to a table. `client`: rows of a held client stay. `practice`: everything of a held practice stays,
 * because the rows name no client or many. `exempt`: nothing in it is evidence of anything.
 */
export type LegalHold = 'client' | 'practice' | 'exempt';
