interface Named {
  readonly id: string;
  readonly header: string;
}

/** One line of the menu of columns. */
export interface ColumnToggle {
  readonly id: string;
  readonly name: string;
  readonly shown: boolean;
}

/** Ids of the columns to show: what was saved, as far as there are such columns; the first one always. */
export function chosenColumns(all: readonly Named[], saved: unknown, standard: readonly string[]): string[] {
  const wanted: readonly unknown[] = Array.isArray(saved) ? saved : standard;
  return all.filter(({ id }, index) => index === 0 || wanted.includes(id)).map(({ id }) => id);
}

/** All but the first can be shown or not. */
export const togglesOf = ([, ...others]: readonly Named[], shown: readonly string[]): readonly ColumnToggle[] =>
  others.map(({ id, header }) => ({ id, name: header, shown: shown.includes(id) }));
