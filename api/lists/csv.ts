/** A cell: text that came from somewhere, or a figure that Kept itself writes. */
export type Cell = string | null | { readonly figure: string };

/** What a spreadsheet takes for a formula when a cell begins with it. */
const formula = /^[=+\-@\t\r]/;
const needsQuotes = /[",\r\n]/;

/**
 * One line of a file of comma-separated values (RFC 4180). Text that a spreadsheet would run as a formula is led in by an apostrophe;
 * figures are Kept's own, so that a negative sum stays a number.
 */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(written).join(',')}\r\n`;

/** With it, spreadsheets read the file as UTF-8. */
export const byteOrderMark = '\uFEFF';

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return cell.figure;
  const text = formula.test(cell) ? `'${cell}` : cell;
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Whole cents as `-1234.50`. */
export function centsCell(cents: number): Cell {
  if (!Number.isSafeInteger(cents)) throw new RangeError('money is whole cents');
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return { figure: `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}` };
}

export const numberCell = (value: number | null): Cell => (value === null ? null : { figure: String(value) });
