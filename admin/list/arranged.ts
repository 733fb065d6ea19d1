import type { FilterName, ViewedList } from '../../api/views/arrangement.contract';
import type { ListViewView } from '../../api/views/view.contract';

export type Arrangement = ListViewView['arrangement'];

/** What each list is narrowed by, under the names that the filters have in the address. */
export const viewFilters = {
  clients: ['state', 'clinician', 'unbooked'],
  messages: ['show', 'state', 'channel'],
  work: ['queue', 'mine'],
  claims: ['show', 'payer', 'age', 'from', 'until', 'cause'],
  remittances: ['show', 'state'],
  balances: ['show'],
  charges: ['show', 'clinician', 'payer'],
} as const satisfies { readonly [List in ViewedList]: readonly FilterName<List>[] };

/** The name of the view in the address, by its id. */
export const viewParam = 'view';

/** What the list is narrowed by, as the address has it. */
export function filtersIn(params: URLSearchParams, names: readonly string[]): Arrangement['filters'] {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = params.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}

/** The address of the page as a view has it; without one, with no filter at all. What else stands in it stays. */
export function addressOf(
  params: URLSearchParams,
  names: readonly string[],
  view: Pick<ListViewView, 'id' | 'arrangement'> | undefined,
): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const name of [...names, viewParam]) next.delete(name);
  for (const name of names) {
    const value = view?.arrangement.filters[name];
    if (value !== undefined) next.set(name, value);
  }
  if (view) next.set(viewParam, view.id);
  return next;
}

/** Whether two arrangements show the same; the order in which columns were chosen shows nowhere. */
export const sameArrangement = (one: Arrangement, other: Arrangement): boolean =>
  sameWords(Object.entries(one.filters).map(String), Object.entries(other.filters).map(String)) &&
  one.sort?.field === other.sort?.field &&
  one.sort?.order === other.sort?.order &&
  (one.columns === null) === (other.columns === null) &&
  sameWords(one.columns ?? [], other.columns ?? []);

const sameWords = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((word) => others.includes(word));
