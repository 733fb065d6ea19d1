/** A person as a file writes her: given name first. */
export const personName = ({ first, last }: { readonly first?: string | undefined; readonly last: string }): string =>
  [first, last].filter(Boolean).join(' ');
