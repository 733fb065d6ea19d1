/** What of react-admin's store is a preference and lasts longer than the page: a list's columns and their order. No typed text. */
export const isPreference = (key: string): boolean =>
  /^preferences\.[a-z_-]+\.datatable\.(columnsRanks|hiddenColumns)$/.test(key);
