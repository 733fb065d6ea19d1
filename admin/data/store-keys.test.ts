import { isPreference } from './store-keys';

test('columns are preferences; filters, selections and drafts are not', () => {
  const keys = [
    'preferences.claims.datatable.columnsRanks',
    'preferences.work-items.datatable.hiddenColumns',
    'claims.listParams',
    'claims.selectedIds',
    'preferences.claims.datatable.columnsRanks.q',
    'savedQueries',
    'theme',
  ];
  expect(keys.filter(isPreference)).toEqual(keys.slice(0, 2));
});
