import { centsFromDecimal } from '../../money/cents';
import { isNpi } from '../npi';
import { element, type Segment } from '../segment';
import { isTaxonomy, states } from './codes';
import { daysOf, isDate } from './dates';
import type { Remark, Say } from './finding';

/** Rules that hold for a segment wherever it stands. */
export function checkSegment(segment: Segment, loop: string, say: Say): void {
  checkCharacters(segment, loop, say);
  const at = (n: number, rule: string, message: string, severity?: Remark['severity']): void =>
    say({ rule, message, segment, element: n, loop, ...(severity && { severity }) });
  rules[segment.name]?.(segment, at);
  for (const n of moneyElements[segment.name] ?? []) checkMoney(segment, n, at);
}

type At = (n: number, rule: string, message: string, severity?: Remark['severity']) => void;

const rules: Readonly<Record<string, (segment: Segment, at: At) => void>> = {
  NM1: checkName,
  N4: checkPlace,
  REF: checkReference,
  PER: checkContact,
  PRV: (prv, at) => {
    if (!isTaxonomy(element(prv, 3))) at(3, 'taxonomy_malformed', 'a taxonomy code has ten letters or digits');
  },
  DTP: (dtp, at) => {
    if (!daysOf(element(dtp, 2), element(dtp, 3)))
      at(3, 'date_invalid', `this is no ${element(dtp, 2) === 'RD8' ? 'range of days' : 'day'} that exists`);
  },
  PAT: (pat, at) => {
    if (element(pat, 5) === 'D8' && !isDate(element(pat, 6))) at(6, 'date_invalid', 'this is no day that exists');
  },
};

function checkName(nm1: Segment, at: At): void {
  if (element(nm1, 8) === 'XX' && !isNpi(element(nm1, 9)))
    at(9, 'npi_check_digit', 'this is no NPI: ten digits, the last of which checks the others');
  if (element(nm1, 2) === '2')
    for (const n of [4, 5, 7])
      if (element(nm1, n) !== '') at(n, 'organization_personal_name', 'an organization has one name (NM103) only');
  if (element(nm1, 2) === '1' && element(nm1, 4) === '' && element(nm1, 3) !== '')
    at(4, 'first_name_missing', 'a person without a first name', 'warning');
}

function checkPlace(n4: Segment, at: At): void {
  const country = element(n4, 4);
  if (country !== '' && country !== 'US') return;
  if (!states.has(element(n4, 2))) at(2, 'state_unknown', 'an address in the United States needs a state code');
  if (!/^(\d{5}|\d{9})$/.test(element(n4, 3))) at(3, 'zip_malformed', 'a ZIP code has five or nine digits and no dash');
}

function checkReference(ref: Segment, at: At): void {
  const qualifier = element(ref, 1);
  if ((qualifier === 'EI' || qualifier === 'SY') && !/^\d{9}$/.test(element(ref, 2)))
    at(2, 'tax_id_malformed', 'a tax or social security number has nine digits and no dash');
}

function checkContact(per: Segment, at: At): void {
  for (const n of [3, 5, 7]) {
    const [kind, number] = [element(per, n), element(per, n + 1)];
    if ((kind === 'TE' || kind === 'FX') && !/^\d{10}$/.test(number))
      at(n + 1, 'phone_malformed', 'a telephone number has ten digits', 'warning');
  }
}

/** Where dollars and cents stand. */
const moneyElements: Readonly<Record<string, readonly number[]>> = {
  CLM: [2],
  SV1: [2],
  SVD: [2],
  AMT: [2],
  CAS: [3, 6, 9, 12, 15, 18],
};

function checkMoney(segment: Segment, n: number, at: At): void {
  const written = element(segment, n);
  if (written === '' || !/^-?(\d+\.?\d*|\.\d+)$/.test(written)) return; // the grammar says so
  const cents = centsFromDecimal(written);
  if (cents === undefined) at(n, 'amount_malformed', 'an amount has at most two decimals');
  else if (cents < 0 && segment.name !== 'CAS') at(n, 'amount_negative', 'this amount may not be negative');
  if (/^-?0\d|\.\d*0$|\.$/.test(written))
    at(n, 'number_padded', 'leading zeros and zeros after the last decimal are left out', 'warning');
}

/** The basic and extended character sets of X12 are ASCII without control characters (TR3 appendix B.1.1.2). */
export function checkCharacters(segment: Segment, loop: string, say: Say): void {
  if (/[^\x20-\x7e]/.test(withoutDelimiters(segment)))
    say({ rule: 'character_not_allowed', segment, loop, message: 'a control character or one beyond ASCII' });
  const padded = segment.text.split(segment.delimiters.element).findIndex((part) => part !== part.trim());
  if (padded > 0)
    say({
      rule: 'blanks_around',
      segment,
      element: padded,
      loop,
      message: 'blanks around a value',
    });
}

/** Some senders choose control characters as delimiters. */
function withoutDelimiters({ text, delimiters }: Segment): string {
  const { element, component, repetition } = delimiters;
  return [element, component, repetition]
    .filter((delimiter) => delimiter < ' ')
    .reduce((rest, delimiter) => rest.replaceAll(delimiter, ''), text);
}
