import type { Cents } from '../money/cents';
import type { Delimiters } from './delimiters';

/** An element to be written: a value, its components, or nothing. */
export type ElementValue = string | readonly (string | undefined)[] | undefined;

export const standardDelimiters: Delimiters = { element: '*', component: ':', repetition: '^', segment: '~' };

/** How a file looks besides its content. */
export interface TextForm {
  readonly delimiters: Delimiters;
  /** After each terminator; readers skip it. */
  readonly lineEnd: '' | '\n' | '\r\n';
}

export const standardForm: TextForm = { delimiters: standardDelimiters, lineEnd: '' };

/** Segments on their way into a file. */
export interface SegmentOutput {
  add(name: string, ...elements: readonly ElementValue[]): void;
  /** Segments since the last `restart`, as SE01 and IK302 count them. */
  readonly count: number;
  restart(): void;
  /** The text since the last `take`. All ASCII: a character is a byte. */
  take(): string;
}

export function segmentOutput({ delimiters, lineEnd }: TextForm = standardForm): SegmentOutput {
  const clean = cleaner(delimiters);
  let parts: string[] = [];
  let count = 0;

  const written = (value: ElementValue): string =>
    Array.isArray(value) ? joined(value.map(clean), delimiters.component) : clean(value as string | undefined);

  return {
    add: (name, ...elements) => {
      count += 1;
      parts.push(joined([name, ...elements.map(written)], delimiters.element), delimiters.segment, lineEnd);
    },
    get count() {
      return count;
    },
    restart: () => {
      count = 0;
    },
    take: () => {
      const text = parts.join('');
      parts = [];
      return text;
    },
  };
}

/** Empty parts at the end are left out (TR3 appendix B.1.1.3.10). */
function joined(parts: readonly string[], separator: string): string {
  let length = parts.length;
  while (length > 0 && parts[length - 1] === '') length -= 1;
  return parts.slice(0, length).join(separator);
}

/** Letters that lose their meaning with their mark, and marks of typesetting. */
const spelled: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
};

/**
 * Values as the character sets of X12 allow them: letters without their marks, then a blank for each delimiter, control
 * character or other character beyond ASCII; no blanks at the ends, none in a row.
 */
function cleaner(delimiters: Delimiters): (value: string | undefined) => string {
  const marks = Object.values(delimiters).map(
    (mark: string) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const foreign = new RegExp(`[${marks.join('')}]|[^\\x20-\\x7e]`, 'g');
  return (value = '') => {
    if (value === '' || /^[A-Za-z0-9]*$/.test(value)) return value;
    return value
      .replace(/[ß-œłŁđĐøØæÆ‘’“”–—…]/g, (letter) => spelled[letter] ?? letter)
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(foreign, ' ')
      .replace(/ {2,}/g, ' ')
      .trim();
  };
}

/** Cents as an X12 decimal: `350`, `103.1`, `-0.05`; no zeros that say nothing. */
export function amountText(cents: Cents): string {
  const sign = cents < 0 ? '-' : '';
  const [dollars, rest] = [Math.floor(Math.abs(cents) / 100), Math.abs(cents) % 100];
  if (rest === 0) return `${sign}${dollars}`;
  return `${sign}${dollars}.${String(rest).padStart(2, '0')}`.replace(/0$/, '');
}

export const optionalAmountText = (cents: Cents | undefined): string | undefined =>
  cents === undefined ? undefined : amountText(cents);
