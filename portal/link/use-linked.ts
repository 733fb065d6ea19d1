import { useCallback, useEffect, useState } from 'react';
import type { LinkPageView } from '../../api/portal/portal.contract';
import type { Problem } from '../../browser/http/problem';
import { problemOf } from '../../browser/http/problem-words';
import { useHttp } from '../use-http';
import { type Reading, useReading } from '../use-reading';

export interface Linked {
  readonly reading: Reading<LinkPageView>;
  readonly again: () => void;
  readonly confirm: (appointmentId: string) => Promise<void>;
  /** The one that is being confirmed. */
  readonly busy: string | undefined;
  readonly thanked: string | undefined;
  readonly refused: { readonly problem: Problem; readonly fresh: boolean } | undefined;
}

const open = { signedOutIsAnAnswer: true };

/** What a link shows, asked again when someone comes back to the page: what it said may be old by then. */
export function useLinked(token: string): Linked {
  const http = useHttp();
  const load = useCallback(
    async (automatic: boolean) =>
      (await http.read('links/open', { token }, { ...open, automatic })).body as LinkPageView,
    [http, token],
  );
  const { reading, again, put } = useReading(load);
  const [busy, setBusy] = useState<string>();
  const [thanked, setThanked] = useState<string>();
  const [refused, setRefused] = useState<Linked['refused']>();
  useEffect(() => {
    const back = () => {
      if (document.visibilityState === 'visible') again(true);
    };
    document.addEventListener('visibilitychange', back);
    return () => document.removeEventListener('visibilitychange', back);
  }, [again]);

  const confirm = async (appointmentId: string) => {
    if (busy !== undefined) return;
    setBusy(appointmentId);
    setRefused(undefined);
    try {
      const { body } = await http.write('POST', 'links/confirm', { token, appointmentId }, open);
      put(body as LinkPageView);
      setThanked(appointmentId);
    } catch (error) {
      const problem = problemOf(error);
      const fresh = problem.status === 409;
      setRefused({ problem, fresh });
      if (fresh) again(true);
      else if (problem.status === 410) again();
    } finally {
      setBusy(undefined);
    }
  };
  return { reading, again, confirm, busy, thanked, refused };
}
