/** A page of a list, and in which order. */
export interface Listing {
  readonly order: 'ASC' | 'DESC';
  readonly offset: number;
  readonly limit: number;
  /** How many clients a typed text may find at most: 200 where it is not said, because who types more finds less. */
  readonly mostFound?: number;
}

/** Goes into the text of a query, so it is one of two words. */
export const orderSql = ({ order }: Pick<Listing, 'order'>): 'asc' | 'desc' => (order === 'DESC' ? 'desc' : 'asc');

/**
 * The rows of a page, and how many there are in all: each row of a query carries `count(*) over () as total`. A page beyond the
 * end has no row to carry it, so the first one is asked.
 */
export async function paged<Row extends { readonly total: number }>(
  listing: Listing,
  fetch: (limit: number, offset: number) => Promise<readonly Row[]>,
): Promise<{ readonly rows: readonly Row[]; readonly total: number }> {
  const rows = await fetch(listing.limit, listing.offset);
  if (rows.length > 0 || listing.offset === 0) return { rows, total: rows[0]?.total ?? 0 };
  const [first] = await fetch(1, 0);
  return { rows, total: first?.total ?? 0 };
}
