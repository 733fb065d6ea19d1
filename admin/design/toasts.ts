export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'good' | 'bad';
  /** Takes it back, for the few things that can be. */
  readonly undo?: (() => void) | undefined;
  /** Milliseconds until it goes by itself; undefined for problems, which wait to be read. */
  readonly lasts: number | undefined;
}

export type NewToast = Pick<Toast, 'text'> & Partial<Pick<Toast, 'tone' | 'undo'>>;

export interface Toasts {
  readonly add: (toast: NewToast) => void;
  readonly remove: (id: number) => void;
  readonly current: () => readonly Toast[];
  readonly subscribe: (listener: () => void) => () => void;
}

const mostAtOnce = 3;
const readMs = 6000;
const undoMs = 10_000;

/** Short messages at the edge of the page: the last three, the newest last. */
export function createToasts(): Toasts {
  let toasts: readonly Toast[] = [];
  let last = 0;
  const listeners = new Set<() => void>();
  const set = (next: readonly Toast[]) => {
    toasts = next;
    for (const listener of listeners) listener();
  };
  return {
    add: ({ text, tone = 'plain', undo }) => {
      last += 1;
      const toast = { id: last, text, tone, undo, lasts: lastsOf(tone, undo !== undefined) };
      set([...toasts, toast].slice(-mostAtOnce));
    },
    remove: (id) => set(toasts.filter((toast) => toast.id !== id)),
    current: () => toasts,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function lastsOf(tone: Toast['tone'], undoable: boolean): number | undefined {
  if (tone === 'bad') return undefined;
  return undoable ? undoMs : readMs;
}
