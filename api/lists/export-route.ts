import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Capability } from '../../domain/access/capabilities';
import type { Listing } from '../../domain/database/listing';
import type { Act, PracticeTx } from '../../domain/database/practice-tx';
import { practiceOf } from '../../domain/practice/policy';
import { AppError } from '../../domain/problems';
import { dayAt, wallTimeAt, type Zone } from '../../domain/time/wall-time';
import { type Formats, formatsIn } from '../../messages/format';
import { sayTo } from '../../messages/catalogues';
import type { csv as headers } from '../../messages/en/csv';
import type { Language } from '../../messages/words';
import type { Contract } from '../http/contract';
import { may, plain, type Route } from '../http/route';
import { type Cell, byteOrderMark, csvLine } from './csv';

/** More is no list to look at any more, but a copy of the practice. */
export const mostRows = 10_000;

/** How a cell writes what is no text of its own: times by the practice’s clock. */
export interface CellFormats extends Pick<Formats, 'phone'> {
  /** `2026-12-01 14:00` */
  readonly time: (at: number | null) => string | null;
}

export interface ExportColumn<Row> {
  readonly header: keyof typeof headers;
  readonly cell: (row: Row, formats: CellFormats) => Cell;
}

interface Exported {
  /** Left out by a row of sums: it is of no record. */
  readonly id?: string;
  readonly clientId?: string | null;
}

type FilterValue = string | number | boolean | readonly string[];

interface Asked {
  readonly filter?: object | undefined;
  readonly sort?: { readonly field: string; readonly order: 'ASC' | 'DESC' } | undefined;
}

interface Given<Body, Row> {
  readonly name: string;
  readonly access: Capability;
  readonly purpose: Act['purpose'];
  /** In which order the list stands by itself. */
  readonly natural?: 'ASC' | 'DESC';
  readonly list: (
    tx: PracticeTx,
    body: Body,
    listing: Listing,
  ) => Promise<{ readonly rows: readonly Row[]; readonly total: number }>;
  readonly columns: readonly ExportColumn<Row>[];
}

/**
 * A list as a file. The rows are read at once, under the caller’s own rights, and the audit is committed with them: who, by which
 * filter, how many rows, of whom. Only then the first byte leaves.
 */
export const exportRoute = <Body extends Asked, Row extends Exported>(
  contract: Contract<Body, string, never>,
  { name, access, purpose, natural = 'ASC', list, columns }: Given<Body, Row>,
): Route =>
  plain(contract, { access: may(access), purpose }, async ({ database, act, session, body, request, response }) => {
    if (!session) throw new AppError('signed_out');
    const { membershipId } = session;
    // a file is a new look at everyone in it, whatever was on the screen before
    const { rows, zone, day } = await database.inPractice({ membershipId }, { ...act, worthNoting: undefined }, (tx) =>
      taken(tx, body, (listing) => list(tx, body, listing), natural),
    );
    const language: Language = request.acceptsLanguages('en', 'es') === 'es' ? 'es' : 'en';
    response.set({
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="${name}-${day}.csv"`,
      'Cache-Control': 'no-store',
    });
    await pipeline(Readable.from(lines(rows, columns, { language, zone })), response);
    return '';
  });

async function taken<Row extends Exported>(
  tx: PracticeTx,
  body: Asked,
  find: (listing: Listing) => Promise<{ readonly rows: readonly Row[]; readonly total: number }>,
  natural: 'ASC' | 'DESC',
) {
  const { rows, total } = await find({
    offset: 0,
    limit: mostRows,
    mostFound: mostRows + 1, // a file has all that were typed for, or says that they are too many
    order: body.sort?.order ?? natural,
  });
  if (total > mostRows) throw new AppError('too_many_rows', { max: mostRows, count: total });
  for (const { id, clientId } of rows) tx.touch({ record: id, client: clientId });
  tx.touch({ fields: [`rows=${rows.length}`, ...askedBy(body)] });
  const { zone } = await practiceOf(tx);
  return { rows, zone, day: dayAt(tx.now, zone) };
}

/** Which filter and which order, for the audit: known values as they are, and of what was typed only that something was. */
function askedBy({ filter = {}, sort }: Asked): string[] {
  const parts = Object.entries(filter as Readonly<Record<string, FilterValue | undefined>>).flatMap(([name, value]) =>
    value === undefined ? [] : [isTyped(name) ? `filter.${name}` : `filter.${name}=${[value].flat().join(',')}`],
  );
  return sort ? [...parts, `sort=${sort.field} ${sort.order}`] : parts;
}

const isTyped = (name: string): boolean => name === 'text' || name === 'cause';

function* lines<Row>(
  rows: readonly Row[],
  columns: readonly ExportColumn<Row>[],
  { language, zone }: { readonly language: Language; readonly zone: Zone },
): Generator<string> {
  const say = sayTo(language);
  const told = formatsIn({ language, zone });
  const formats: CellFormats = {
    phone: (number) => told.phone(number),
    time: (at) => (at === null ? null : wallTimeAt(at as Parameters<typeof wallTimeAt>[0], zone).replace('T', ' ')),
  };
  yield byteOrderMark + csvLine(columns.map(({ header }) => say(`csv.${header}`)));
  for (const row of rows) yield csvLine(columns.map(({ cell }) => cell(row, formats)));
}
