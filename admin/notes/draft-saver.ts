import { same } from '../../browser/http/conflict';
import { type Problem, ProblemError } from '../../browser/http/problem';
import { problemOf } from '../../browser/http/problem-words';

/** Where what someone types stands: with the server, not yet, or in the way of what someone else saved. */
export type Saving<Saved> =
  | { readonly kind: 'saved' | 'waiting' | 'saving' }
  | { readonly kind: 'failed'; readonly problem: Problem; /** It is sent again by itself. */ readonly retries: boolean }
  | { readonly kind: 'conflict'; readonly current: Saved };

export interface DraftSaver<Values, Saved> {
  /** Someone typed; it is sent after a pause. */
  readonly typed: (values: Values) => void;
  /** Sends what is not with the server yet. True once everything is. */
  readonly flush: () => Promise<boolean>;
  /** After a conflict: sends these values on top of what is there now. */
  readonly onTopOf: (version: number, values: Values) => Promise<boolean>;
  /** After a conflict: what was typed is let go. */
  readonly giveUp: (version: number) => void;
  readonly state: () => Saving<Saved>;
  readonly subscribe: (listener: () => void) => () => void;
}

interface SaverOptions<Values, Saved> {
  /** On which version the first save is made. */
  readonly version: number;
  readonly send: (values: Values, version: number) => Promise<Saved>;
  readonly onSaved: (saved: Saved) => void;
  readonly pauseMs?: number;
  readonly retryMs?: number;
}

/**
 * Keeps a draft with the server while someone types: one request at a time, the latest values, on the version of the answer
 * before. What was typed stays in memory until the server has it, and goes nowhere else.
 */
export function createDraftSaver<Values extends object, Saved extends { readonly version: number }>(
  options: SaverOptions<Values, Saved>,
): DraftSaver<Values, Saved> {
  const { send, onSaved, pauseMs = 800, retryMs = 5_000 } = options;
  let { version } = options;
  let pending: Values | undefined;
  /** Sent, and nobody heard what became of it. */
  let unheard: Values | undefined;
  let state: Saving<Saved> = { kind: 'saved' };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  const listeners = new Set<() => void>();

  const set = (next: Saving<Saved>) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const after = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };

  async function sendAll(): Promise<void> {
    while (pending) {
      const values = pending;
      pending = undefined;
      set({ kind: 'saving' });
      try {
        const saved = await send(values, version);
        ({ version } = saved);
        unheard = undefined;
        onSaved(saved);
      } catch (error) {
        pending ??= values;
        if (!goesOn(error, values)) return;
      }
    }
    set({ kind: 'saved' });
  }

  /** Whether to send again at once: what stands in the way is what we sent ourselves. */
  function goesOn(error: unknown, values: Values): boolean {
    const problem = problemOf(error);
    const current = problem.current as Saved | undefined;
    if (problem.status === 412 && current !== undefined) {
      if (unheard && holds(current, unheard)) {
        ({ version } = current);
        unheard = undefined;
        return true;
      }
      set({ kind: 'conflict', current });
      return false;
    }
    const retries = !(error instanceof ProblemError) || problem.status === 0 || problem.status >= 500;
    if (retries) {
      unheard = values;
      after(retryMs);
    }
    set({ kind: 'failed', problem, retries });
    return false;
  }

  async function flush(): Promise<boolean> {
    clearTimeout(timer);
    if (state.kind === 'conflict') return false;
    running ??= sendAll().finally(() => {
      running = undefined;
    });
    await running;
    return state.kind === 'saved';
  }

  return {
    typed: (values) => {
      pending = values;
      if (state.kind === 'conflict' || running) return;
      set({ kind: 'waiting' });
      after(pauseMs);
    },
    flush,
    onTopOf: (onVersion, values) => {
      version = onVersion;
      pending = values;
      set({ kind: 'waiting' });
      return flush();
    },
    giveUp: (onVersion) => {
      version = onVersion;
      pending = undefined;
      set({ kind: 'saved' });
    },
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

const holds = (saved: object, values: object): boolean =>
  Object.entries(values).every(([field, value]) => same((saved as Record<string, unknown>)[field], value));
