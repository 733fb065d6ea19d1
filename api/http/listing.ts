/** A page as the database knows it, from a contract's range (both ends count). Unless asked, in the order that the list has by itself. */
export function listingOf(
  body: {
    readonly range: readonly [number, number];
    readonly sort?: { readonly order: 'ASC' | 'DESC' } | undefined;
  },
  natural: 'ASC' | 'DESC' = 'ASC',
) {
  const [from, to] = body.range;
  return { offset: from, limit: to - from + 1, order: body.sort?.order ?? natural };
}
