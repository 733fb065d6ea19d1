import { arrangements } from '../../api/views/arrangement.contract';
import { addressOf, filtersIn, sameArrangement, viewFilters } from './arranged';

const names = ['state', 'clinician'];
const arrangement = { filters: { state: 'active' }, sort: null, columns: ['name', 'email'] };

test.each(Object.keys(arrangements) as (keyof typeof arrangements)[])(
  'a view of %s leaves no filter of it out',
  (list) => {
    expect(Object.keys(arrangements[list].shape.filters.shape)).toEqual(viewFilters[list]);
  },
);

test('of an address only the filters of the list are kept', () => {
  expect(filtersIn(new URLSearchParams('state=active&client=x&view=1'), names)).toEqual({ state: 'active' });
});

test('a view brings its filters, lets go of the others, and leaves what else stands in the address', () => {
  const now = new URLSearchParams('clinician=2&charge=5&view=1');
  expect(addressOf(now, names, { id: '7', arrangement }).toString()).toBe('charge=5&state=active&view=7');
  expect(addressOf(now, names, undefined).toString()).toBe('charge=5');
});

test('a view is changed by a filter, an order or a column, not by the order in which columns were chosen', () => {
  expect(sameArrangement(arrangement, { ...arrangement, columns: ['email', 'name'] })).toBe(true);
  expect(sameArrangement(arrangement, { ...arrangement, columns: ['name'] })).toBe(false);
  expect(sameArrangement(arrangement, { ...arrangement, columns: null })).toBe(false);
  expect(sameArrangement(arrangement, { ...arrangement, filters: { state: 'inactive' } })).toBe(false);
  expect(sameArrangement(arrangement, { ...arrangement, filters: {} })).toBe(false);
  expect(sameArrangement(arrangement, { ...arrangement, sort: { field: 'name', order: 'ASC' } })).toBe(false);
});
