import { component, element, type Segment } from '../segment';
import { isDate, isTime } from './dates';
import type { Say } from './finding';
import type { ElementUse, SegmentUse } from './grammar';

/** Presence, codes, lengths and forms of a segment's elements, as its place in the grammar has them. */
export function checkElements(segment: Segment, use: SegmentUse, loop: string, say: Say): void {
  checkEnding(segment, loop, say);
  for (let n = 1; n <= Math.max(use.elements.length, segment.elements.length); n += 1)
    checkElement({ segment, loop, say }, n, use.elements[n - 1]);
  checkPairs(segment, use, loop, say);
}

interface Where {
  readonly segment: Segment;
  readonly loop: string;
  readonly say: Say;
}

function checkElement(where: Where, n: number, use: ElementUse | undefined): void {
  const { segment, loop, say } = where;
  const value = element(segment, n);
  const at = { segment, element: n, loop };
  if (value === '') {
    if (use?.usage === 'required') say({ ...at, rule: 'element_missing', message: 'a required element is empty' });
    return;
  }
  if (!use || use.usage === 'unused')
    return say({ ...at, rule: 'element_unused', message: 'this element is not used at this place' });
  if (use.components) return checkComponents(where, n, use.components);
  if (use.codes?.has(value) === false)
    return say({ ...at, rule: 'code_unknown', message: `${value} is none of ${listed(use.codes)}` });
  const wrong = use.codes ? undefined : wrongForm(value, use);
  if (wrong) say({ ...at, ...wrong });
}

function checkComponents({ segment, loop, say }: Where, n: number, uses: readonly ElementUse[]): void {
  const written = segment.elements[n - 1] ?? [];
  for (let k = 1; k <= Math.max(uses.length, written.length); k += 1) {
    const use = uses[k - 1];
    const value = component(segment, n, k);
    const at = { segment, element: n, component: k, loop };
    if (value === '') {
      if (use?.usage === 'required') say({ ...at, rule: 'element_missing', message: 'a required component is empty' });
    } else if (!use || use.usage === 'unused')
      say({ ...at, rule: 'element_unused', message: 'this component is not used at this place' });
    else if (use.codes?.has(value) === false)
      say({ ...at, rule: 'code_unknown', message: `${value} is none of ${listed(use.codes)}` });
    else {
      const wrong = use.codes ? undefined : wrongForm(value, use);
      if (wrong) say({ ...at, ...wrong });
    }
  }
}

function wrongForm(value: string, use: ElementUse): { rule: string; message: string } | undefined {
  switch (use.type) {
    case 'text':
      return wrongLength(value.length, use);
    case 'decimal':
      if (!/^-?(\d+\.?\d*|\.\d+)$/.test(value))
        return { rule: 'number_malformed', message: 'this is no decimal number' };
      return wrongLength(value.replace(/[-.]/g, '').length, use); // sign and point do not count (X12.6)
    case 'number':
      if (!/^-?\d+$/.test(value)) return { rule: 'number_malformed', message: 'this is no whole number' };
      return wrongLength(value.replace('-', '').length, use);
    case 'date':
      return isDate(value) ? undefined : { rule: 'date_invalid', message: 'this is no date (YYYYMMDD)' };
    case 'time':
      return isTime(value) ? undefined : { rule: 'time_invalid', message: 'this is no time (HHMM)' };
  }
}

function wrongLength(
  length: number,
  { minLength, maxLength }: ElementUse,
): { rule: string; message: string } | undefined {
  if (length < minLength)
    return { rule: 'element_too_short', message: `${length} characters, at least ${minLength} are needed` };
  if (length > maxLength)
    return { rule: 'element_too_long', message: `${length} characters, at most ${maxLength} are allowed` };
  return undefined;
}

/** Empty elements and components at the end are left out (TR3 appendix B.1.1.3.10). */
function checkEnding(segment: Segment, loop: string, say: Say): void {
  const n = segment.elements.length;
  if (n > 0 && element(segment, n) === '')
    say({ rule: 'trailing_separator', segment, element: n, loop, message: 'the segment ends in an empty element' });
  segment.elements.forEach((components, at) => {
    if (components.length > 1 && components.at(-1) === '')
      say({
        rule: 'trailing_separator',
        segment,
        element: at + 1,
        loop,
        message: 'the element ends in an empty component',
      });
  });
}

function checkPairs(segment: Segment, use: SegmentUse, loop: string, say: Say): void {
  for (const pair of use.paired) {
    const missing = pair.filter((n) => element(segment, n) === '');
    const [first] = missing;
    if (first === undefined || missing.length === pair.length) continue;
    const message = `elements ${pair.join(' and ')} come together or not at all`;
    say({ rule: 'element_pair', segment, element: first, loop, message });
  }
}

const listed = (codes: ReadonlySet<string>): string =>
  codes.size > 12 ? `the ${codes.size} codes of its list` : [...codes].join(', ');
