/** A record as the API sends it. */
export interface Versioned {
  readonly version: number;
}

/** One field that differs between what I typed and what is there now. */
export interface FieldConflict {
  readonly field: string;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** Both changed it; otherwise only one did, and saving mine keeps the other's. */
  readonly both: boolean;
}

/** Fields of `mine` that differ from `base`: what the person changed. Ids and versions are nobody's text. */
export function changes<T extends object>(base: Partial<T>, mine: T): Partial<T> {
  const changed = Object.entries(mine).filter(
    ([field, value]) => field !== 'id' && field !== 'version' && !same(value, base[field as keyof T]),
  );
  return Object.fromEntries(changed) as Partial<T>;
}

/** After a 412: what to show side by side. `base` is the record as it was when editing began. */
export function conflicts<T extends object>(base: T, mine: T, current: T): readonly FieldConflict[] {
  const [ours, theirs] = [changes(base, mine), changes(base, current)];
  const fields = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])] as (keyof T & string)[];
  return fields
    .filter((field) => !same(mine[field], current[field]))
    .map((field) => ({ field, mine: mine[field], theirs: current[field], both: field in ours && field in theirs }));
}

/** "Save mine": their record and version, with only my fields on top. */
export function mineOverTheirs<T extends Versioned>(
  base: T,
  mine: T,
  current: T,
): { readonly base: T; readonly values: T; readonly patch: Partial<T>; readonly version: number } {
  const patch = changes(base, mine);
  return { base: current, values: { ...current, ...patch }, patch, version: current.version };
}

/** Equal as JSON is equal: an absent field, undefined and null are the same emptiness. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a ?? null, b ?? null)) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => same(item, b[i]));
  if (!isPlain(a) || !isPlain(b)) return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => same(a[key], b[key]));
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
