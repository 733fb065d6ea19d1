import { type Cents, centsFromDecimal, noCents } from '../money/cents';
import type { Fault } from './fault';
import type { Address, Adjustment, AmountOf, Contact, DateOf, Identifier, NamedEntity, Procedure } from './parts';
import { element, optional, type Segment } from './segment';

/** Takes what could not be read; the reader goes on, its result is marked. */
export type Report = (fault: Fault) => void;

/** Element `n` as cents. Not there: nothing owed, no cents. Not a decimal of whole cents: reported, no cents. */
export function amountAt(segment: Segment, n: number, report: Report): Cents {
  const written = element(segment, n);
  if (written === '') return noCents;
  const cents = centsFromDecimal(written);
  if (cents !== undefined) return cents;
  report(badAmount(segment, n, 'is no amount in dollars and cents'));
  return noCents;
}

/** The same where the element has to be there. */
export function requiredAmountAt(segment: Segment, n: number, report: Report): Cents {
  if (element(segment, n) === '') report(badAmount(segment, n, 'is missing'));
  return amountAt(segment, n, report);
}

const badAmount = (segment: Segment, n: number, what: string): Fault => ({
  code: 'bad_amount',
  segment: segment.name,
  offset: segment.offset,
  message: `${elementName(segment.name, n)} ${what}`,
});

/** `CLP04`, as the TR3 names elements. */
export const elementName = (segment: string, n: number): string => `${segment}${String(n).padStart(2, '0')}`;

/** SVC01, SVC06, SVD03: qualifier, code, up to four modifiers. A file with other separators leaves it whole. */
export function procedureAt(segment: Segment, n: number): Procedure {
  const [qualifier = '', code = '', ...rest] = segment.elements[n - 1] ?? [];
  return { qualifier, code, modifiers: rest.slice(0, 4).filter((modifier) => modifier !== '') };
}

/** CAS: the group, then up to six reasons with amount and quantity. */
export function adjustmentsOf(cas: Segment, report: Report): Adjustment[] {
  const group = element(cas, 1);
  const adjustments: Adjustment[] = [];
  for (let n = 2; n <= cas.elements.length; n += 3) {
    const reason = element(cas, n);
    if (reason === '' && element(cas, n + 1) === '') continue;
    const amount = requiredAmountAt(cas, n + 1, report);
    adjustments.push({ group, reason, amount, quantity: optional(element(cas, n + 2)) });
  }
  return adjustments;
}

export function namedEntityOf(nm1: Segment): NamedEntity {
  return {
    entityType: element(nm1, 2),
    last: element(nm1, 3),
    first: optional(element(nm1, 4)),
    middle: optional(element(nm1, 5)),
    suffix: optional(element(nm1, 7)),
    id: identifierAt(nm1, 8),
  };
}

/** A qualifier and its value, side by side: REF01 and REF02, NM108 and NM109. */
export function identifierAt(segment: Segment, n: number): Identifier | undefined {
  const value = element(segment, n + 1);
  return value === '' ? undefined : { qualifier: element(segment, n), value };
}

/** PER: purpose, name, up to three numbers. */
export function contactOf(per: Segment): Contact {
  const numbers = [3, 5, 7].map((n) => identifierAt(per, n)).filter((number) => number !== undefined);
  return { purpose: element(per, 1), name: optional(element(per, 2)), numbers };
}

/** N3 and N4 come one after the other; N4 alone makes an address too. */
export function addressOf(n4: Segment, lines: readonly string[]): Address {
  return {
    lines,
    city: element(n4, 1),
    state: optional(element(n4, 2)),
    zip: optional(element(n4, 3)),
    country: optional(element(n4, 4)),
  };
}

export const streetOf = (n3: Segment): string[] => [element(n3, 1), element(n3, 2)].filter((line) => line !== '');

/** DTM: qualifier and date. A date of another form (DTM05, DTM06) is kept as written. */
export const dateOf = (dtm: Segment): DateOf => ({
  qualifier: element(dtm, 1),
  date: element(dtm, 2) || element(dtm, 6),
});

export const amountOf = (amt: Segment, report: Report): AmountOf => ({
  qualifier: element(amt, 1),
  amount: requiredAmountAt(amt, 2, report),
});

/** For a segment that the reader does not know at its place. */
export const unread = (segment: Segment): Fault => ({
  code: 'unread_segment',
  segment: segment.name,
  offset: segment.offset,
  message: `segment ${segment.name} is not read at this place`,
});
