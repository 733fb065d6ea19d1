/** A row as the API sends it. */
export interface Row {
  readonly id: string;
  readonly version: number;
}

export interface Page<T = Row> {
  readonly rows: readonly T[];
  readonly total: number;
}

/** The body of `POST /api/<resource>/search`. `range` counts from 0 and includes both ends. */
export interface SearchQuery {
  readonly filter: Readonly<Record<string, unknown>>;
  /** Left out: in the resource's own order. */
  readonly sort?: { readonly field: string; readonly order: 'ASC' | 'DESC' };
  readonly range: readonly [from: number, to: number];
}

export const byIds = (ids: readonly string[]): SearchQuery => ({
  filter: { ids },
  range: [0, Math.max(0, ids.length - 1)],
});

/** @throws TypeError when the answer is no page: the server and this page do not fit together */
export function pageOf(body: unknown): Page {
  if (typeof body === 'object' && body !== null && 'rows' in body && Array.isArray(body.rows)) {
    const total = 'total' in body && typeof body.total === 'number' ? body.total : body.rows.length;
    return { rows: body.rows as readonly Row[], total };
  }
  throw new TypeError('a search answers { rows, total }');
}

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'version' in value &&
  typeof value.version === 'number';
