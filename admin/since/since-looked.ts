/** One thing on screen, and what of it counts: by name, each with a value that is another once it was changed. */
export interface Looked {
  readonly id: string;
  /** Of a record its id and version; of what has no version its own name and value. */
  readonly parts: Readonly<Record<string, string | number | null>>;
  /** The record that it is a part of, at its version: whoever made that version made the part. */
  readonly record?: readonly [id: string, version: number];
  /** It says itself that this person did it. */
  readonly own?: boolean;
}

export type Change = 'new' | 'changed';

/** What was seen, and what of it others changed since. */
export interface SinceLooked {
  /** What was asked for. Something else begins anew: what is new to it nobody has just made. */
  readonly of: string;
  readonly seen: ReadonlyMap<string, Looked['parts']>;
  readonly changes: ReadonlyMap<string, Change>;
}

/**
 * Looks again at what is on screen `now`. What came or differs counts as changed, unless each part that differs is this window's
 * own doing (`isOwn`); what went away no longer counts. Answers the very same where nothing happened.
 */
export function lookedAgain(
  before: SinceLooked | undefined,
  of: string,
  now: readonly Looked[],
  isOwn: (part: string, value: string | number | null, of: Looked) => boolean,
): SinceLooked {
  if (before?.of !== of) return { of, seen: new Map(now.map(({ id, parts }) => [id, parts])), changes: new Map() };
  const seen = new Map(before.seen);
  const changes = new Map<string, Change>();
  for (const looked of now) {
    const { id, parts } = looked;
    const known = before.seen.get(id);
    const differing = Object.entries(parts).filter(([part, value]) => known?.[part] !== value);
    const earlier = before.changes.get(id);
    if (differing.length === 0) {
      if (earlier) changes.set(id, earlier);
      continue;
    }
    seen.set(id, parts);
    // whoever acts on a thing has seen it as it is
    if (differing.every(([part, value]) => isOwn(part, value, looked))) continue;
    changes.set(id, earlier ?? (known ? 'changed' : 'new'));
  }
  return isSame(before, seen, changes) ? before : { of, seen, changes };
}

/** Everything has been looked at. */
export const allSeen = (since: SinceLooked): SinceLooked =>
  since.changes.size === 0 ? since : { ...since, changes: new Map() };

const isSame = (before: SinceLooked, seen: SinceLooked['seen'], changes: SinceLooked['changes']): boolean =>
  seen.size === before.seen.size &&
  changes.size === before.changes.size &&
  [...changes].every(([id, change]) => before.changes.get(id) === change) &&
  [...seen].every(([id, parts]) => before.seen.get(id) === parts);
