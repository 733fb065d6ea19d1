import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '../browser/http/problem';
import { problemOf } from '../browser/http/problem-words';

export type Reading<T> =
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'here'; readonly value: T };

interface Read<T> {
  readonly reading: Reading<T>;
  /** Asks again. Nobody asked for an automatic one: when it fails, what is shown stays. */
  readonly again: (automatic?: boolean) => void;
  /** A write answered with what is true now. */
  readonly put: (value: T) => void;
}

/** Asks the server once, and again when told to. `load` must keep its identity; an answer that was overtaken is dropped. */
export function useReading<T>(load: (automatic: boolean) => Promise<T>): Read<T> {
  const [reading, setReading] = useState<Reading<T>>({ kind: 'reading' });
  const turn = useRef(0);
  const put = useCallback((value: T) => {
    turn.current += 1;
    setReading({ kind: 'here', value });
  }, []);
  const ask = useCallback(
    (automatic: boolean) => {
      turn.current += 1;
      const own = turn.current;
      load(automatic).then(
        (value) => own === turn.current && setReading({ kind: 'here', value }),
        (error: unknown) => {
          if (own === turn.current && !automatic) setReading({ kind: 'failed', problem: problemOf(error) });
        },
      );
    },
    [load],
  );
  const again = useCallback(
    (automatic = false) => {
      if (!automatic) setReading({ kind: 'reading' });
      ask(automatic);
    },
    [ask],
  );
  useEffect(() => {
    ask(false);
    return () => {
      turn.current += 1;
    };
  }, [ask]);
  return { reading, again, put };
}
