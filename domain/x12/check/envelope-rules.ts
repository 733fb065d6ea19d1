import type { Transaction } from '../envelope';
import { element, type Segment } from '../segment';
import { isDate, isTime } from './dates';
import { checkElements } from './element-rules';
import type { Say } from './finding';
import { use } from './grammar';
import { checkCharacters } from './segment-rules';

/** The version that HIPAA names for professional claims (45 CFR 162.1102). */
export const version = '005010X222A1';

const partyQualifiers = '=01|14|20|27|28|29|30|33|ZZ';

/** ISA to IEA (TR3 appendix C.1). The tokenizer trims, so that the padding of an ISA is the reader's to check. */
const uses: ReadonlyMap<string, ReturnType<typeof use>> = new Map(
  [
    `ISA 1 =00|03 ? =00|01 ? ${partyQualifiers} !2-15 ${partyQualifiers} !2-15 !6 !4 !1 =00501 !N9-9 =0|1 =P|T !1`,
    `GS 1 =HC !2-15 !2-15 !D8 !T4-8 !N1-9 =X =${version}`,
    `ST 1 =837 !4-9 =${version}`,
    'SE 1 !N1-10 !4-9',
    'GE 1 !N1-6 !N1-9',
    'IEA 1 !N1-5 !N9-9',
  ].map((line) => [use(line).name, use(line)]),
);

export function checkEnvelopeSegment(segment: Segment, say: Say): void {
  const expected = uses.get(segment.name);
  if (expected) checkElements(segment, expected, '', say);
  if (segment.name === 'ISA') checkInterchangeTime(segment, say);
  else checkCharacters(segment, '', say); // an ISA is padded with blanks
}

function checkInterchangeTime(isa: Segment, say: Say): void {
  if (!isDate(`20${element(isa, 9)}`))
    say({ rule: 'date_invalid', segment: isa, element: 9, message: 'this is no day (YYMMDD)' });
  if (!isTime(element(isa, 10)))
    say({ rule: 'time_invalid', segment: isa, element: 10, message: 'this is no time (HHMM)' });
  if (/^[0-9A-Za-z]$/.test(isa.delimiters.repetition))
    say({
      rule: 'repetition_separator',
      segment: isa,
      element: 11,
      message: 'a letter or digit can not separate repetitions',
    });
}

/** Control numbers are used once: ISA13 in the file, GS06 in the interchange, ST02 in the group. */
export function controlNumberRules(say: Say) {
  const interchanges = new Set<string>();
  let groups = new Set<string>();
  let transactions = new Set<string>();

  const once = (seen: Set<string>, segment: Segment, n: number): void => {
    const number = element(segment, n);
    if (seen.has(number))
      say({ rule: 'control_number_repeated', segment, element: n, message: `control number ${number} is used twice` });
    seen.add(number);
  };
  return (segment: Segment): void => {
    if (segment.name === 'ISA') {
      once(interchanges, segment, 13);
      groups = new Set();
    }
    if (segment.name === 'GS') {
      once(groups, segment, 6);
      transactions = new Set();
    }
    if (segment.name === 'ST') once(transactions, segment, 2);
  };
}

/** ISA06 and GS02 may differ (a clearinghouse's account and the submitter), ST03 and GS08 may not. */
export function checkVersions(transaction: Transaction, st: Segment, say: Say): void {
  if (element(st, 3) !== '' && transaction.group && element(st, 3) !== transaction.group.version)
    say({ rule: 'version_differs', segment: st, element: 3, message: 'ST03 differs from GS08 of its group' });
}
