import type { Problem } from '../../browser/http/problem';

/** What a form shows: its fields by name, and their errors; one whose field was changed since is known by its name still. */
interface Shown {
  readonly values: object;
  readonly errors: Readonly<Record<string, string | undefined>>;
}

/**
 * A problem that the fields of the form do not tell whole: the notice below them tells it. `drawn` are the names of the fields
 * that one sees, where those are not all of the draft's.
 */
export function unplaced(
  problem: Problem | undefined,
  { values, errors }: Shown,
  drawn: readonly string[] = Object.keys(values),
): Problem | undefined {
  const all = Object.entries(errors);
  return all.length > 0 && all.every(([name, text]) => text === undefined || drawn.includes(name))
    ? undefined
    : problem;
}
