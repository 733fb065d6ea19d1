import { useCallback, useEffect, useState } from 'react';
import type { OwnAppointment, OwnBalance, OwnPractice } from '../../api/portal/portal.contract';
import { type Http, pathOf } from '../../browser/http/http';
import type { Problem } from '../../browser/http/problem';
import { problemOf } from '../../browser/http/problem-words';
import { openLive } from '../../browser/live/live-stream';
import { useSessionStore } from '../../browser/session/use-session';
import { useHttp } from '../use-http';
import { type Reading, useReading } from '../use-reading';

export interface Own {
  readonly practice: OwnPractice;
  /** Soonest first. */
  readonly ahead: readonly OwnAppointment[];
  readonly balances: readonly OwnBalance[];
}

export interface OwnAppointments {
  readonly reading: Reading<Own>;
  readonly again: () => void;
  readonly confirm: (appointment: OwnAppointment) => Promise<void>;
  /** The one that is being confirmed. */
  readonly busy: string | undefined;
  readonly thanked: string | undefined;
  /** It could not be confirmed; `fresh`: because it had changed, and now shows as it is. */
  readonly refused: { readonly id: string; readonly problem: Problem; readonly fresh: boolean } | undefined;
}

/** One's own appointments and what one owes, kept true while the page is open. */
export function useOwnAppointments(): OwnAppointments {
  const http = useHttp();
  const session = useSessionStore();
  const load = useCallback((automatic: boolean) => readOwn(http, automatic), [http]);
  const { reading, again, put } = useReading(load);
  const [busy, setBusy] = useState<string>();
  const [thanked, setThanked] = useState<string>();
  const [refused, setRefused] = useState<OwnAppointments['refused']>();
  useEffect(() => {
    const refresh = () => again(true);
    return openLive(() => new EventSource('/api/live'), {
      resync: refresh,
      changed: refresh,
      gone: refresh,
      refused: () => void session.check(),
    });
  }, [again, session]);

  const confirm = async ({ id, version }: OwnAppointment) => {
    if (busy !== undefined || reading.kind !== 'here') return;
    setBusy(id);
    setRefused(undefined);
    try {
      const { body } = await http.write('POST', pathOf('appointments', id, 'confirm'), {}, { version });
      const now = body as OwnAppointment;
      put({ ...reading.value, ahead: reading.value.ahead.map((one) => (one.id === id ? now : one)) });
      setThanked(id);
    } catch (error) {
      const problem = problemOf(error);
      const fresh = [404, 409, 412].includes(problem.status);
      setRefused({ id, problem, fresh });
      if (fresh) again(true);
    } finally {
      setBusy(undefined);
    }
  };
  return { reading, again, confirm, busy, thanked, refused };
}

async function readOwn(http: Http, automatic: boolean): Promise<Own> {
  const [practice, list, money] = await Promise.all([
    http.get('practice', { automatic }),
    http.read('appointments/search', { filter: { ahead: true } }, { automatic }),
    http.get('balances', { automatic }),
  ]);
  return {
    practice: practice.body as OwnPractice,
    ahead: (list.body as { rows: readonly OwnAppointment[] }).rows,
    balances: (money.body as { balances: readonly OwnBalance[] }).balances,
  };
}
