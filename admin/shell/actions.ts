import { createContext, use, useLayoutEffect, useRef } from 'react';
import type { IconDrawing } from '../design/icon';

/** Something that can be done from where one is: by its key, and from the palette. */
export interface Action {
  readonly id: string;
  readonly name: string;
  readonly icon: IconDrawing;
  /** One letter, pressed alone. */
  readonly key?: string;
  readonly run: () => void;
}

export interface Actions {
  readonly add: (action: Action) => () => void;
  readonly all: () => readonly Action[];
  readonly subscribe: (listener: () => void) => () => void;
}

/** What the pages on screen offer. Of two with one key the later one has it. */
export function createActions(): Actions {
  let actions: readonly Action[] = [];
  const listeners = new Set<() => void>();
  const set = (next: readonly Action[]) => {
    actions = next;
    for (const listener of listeners) listener();
  };
  return {
    add: (action) => {
      set([...actions, action]);
      return () => set(actions.filter((one) => one !== action));
    },
    all: () => actions,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export const actionOfKey = (actions: readonly Action[], key: string): Action | undefined =>
  actions.findLast((action) => action.key === key);

export const ActionsContext = createContext<Actions | undefined>(undefined);

export function useActions(): Actions {
  const actions = use(ActionsContext);
  if (!actions) throw new Error('the console gives its actions');
  return actions;
}

/**
 * Offers an action while the component is on screen. `run` may change with each drawing; the others name it. What is drawn is what
 * a key does: the action is there before the next key can be.
 */
export function useAction({ id, name, icon, key, run }: Action): void {
  const actions = useActions();
  const latest = useRef(run);
  useLayoutEffect(() => {
    latest.current = run;
  });
  useLayoutEffect(
    () => actions.add({ id, name, icon, ...(key !== undefined && { key }), run: () => latest.current() }),
    [actions, id, name, icon, key],
  );
}
