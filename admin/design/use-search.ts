import { useEffect, useState } from 'react';

export type Find<Hit> = (text: string, signal: AbortSignal) => Promise<readonly Hit[]>;

export type SearchState<Hit> =
  | { readonly kind: 'too_short' }
  | { readonly kind: 'searching'; readonly hits: readonly Hit[] }
  | { readonly kind: 'found'; readonly hits: readonly Hit[] }
  | { readonly kind: 'failed' };

export const fewestLetters = 2;
const pauseMs = 120;

/** Asks while someone types: from two letters, 120 ms after the last key, and never answers for a text that has changed since. */
export function useSearch<Hit>(text: string, find: Find<Hit> | undefined): SearchState<Hit> {
  const wanted = text.trim();
  const [answer, setAnswer] = useState<{ readonly to: string; readonly hits: readonly Hit[] | 'failed' }>();
  useEffect(() => {
    if (wanted.length < fewestLetters || !find) return undefined;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      find(wanted, abort.signal).then(
        (hits) => !abort.signal.aborted && setAnswer({ to: wanted, hits }),
        () => !abort.signal.aborted && setAnswer({ to: wanted, hits: 'failed' }),
      );
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [wanted, find]);
  if (wanted.length < fewestLetters || !find) return { kind: 'too_short' };
  const hits = answer?.hits ?? [];
  if (answer?.to !== wanted) return { kind: 'searching', hits: hits === 'failed' ? [] : hits };
  return hits === 'failed' ? { kind: 'failed' } : { kind: 'found', hits };
}
