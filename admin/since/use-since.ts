import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useProgram } from '../program-context';
import type { OwnWrites } from './own-writes';
import { type Change, type Looked, type SinceLooked, allSeen, lookedAgain } from './since-looked';
import { whileLookedAt } from './while-looked-at';

export interface Since {
  /** What others changed since this person looked, by its id. */
  readonly changes: ReadonlyMap<string, Change>;
  readonly clear: () => void;
}

const none: ReadonlyMap<string, Change> = new Map();
const isOwn = (
  { left }: OwnWrites,
  part: string,
  value: string | number | null,
  { own = false, record }: Looked,
): boolean => own || (typeof value === 'number' && left(part, value)) || (record !== undefined && left(...record));

/** As long as a mark stays for someone who looks at the page. */
const lastsMs = 30_000;

/**
 * What on screen others changed while one looked. `of` says what was asked for, `now` what is there, undefined while it is being
 * fetched. Marks go once the page has been in sight for a while; where nobody looks they wait.
 */
export function useSince(of: string, now: readonly Looked[] | undefined): Since {
  const { writes } = useProgram();
  const round = useSyncExternalStore(writes.subscribe, writes.round);
  const [since, setSince] = useState<SinceLooked>();
  if (now !== undefined && round !== undefined) {
    const next = lookedAgain(since, of, now, (part, value, looked) => isOwn(writes, part, value, looked));
    if (next !== since) setSince(next);
  }
  const changes = since?.changes ?? none;
  const clear = useCallback(() => setSince((last) => last && allSeen(last)), []);
  useEffect(() => (changes.size === 0 ? undefined : whileLookedAt(lastsMs, clear)), [changes, clear]);
  return { changes, clear };
}
