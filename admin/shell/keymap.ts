/** What a key press asks of the console, wherever the focus is. */
export type KeyCommand =
  | { readonly kind: 'palette' }
  | { readonly kind: 'search' }
  | { readonly kind: 'help' }
  /** `g`, then a letter within a second. */
  | { readonly kind: 'go'; readonly key: string }
  /** A letter alone: what the page offers under it. */
  | { readonly kind: 'act'; readonly key: string };

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** The focus is where letters are typed. */
  readonly typing: boolean;
  /** A modal dialog is open: the page behind takes no keys. */
  readonly dialogOpen: boolean;
  /** Milliseconds, of any clock that goes on. */
  readonly at: number;
}

const goMs = 1000;

/** Reads key presses one after the other. It remembers a `g`, nothing else. */
export function createKeymap(): (press: KeyPress) => KeyCommand | undefined {
  let goSince: number | undefined;
  return ({ key, ctrlKey, metaKey, altKey, typing, dialogOpen, at }) => {
    const going = goSince !== undefined && at - goSince <= goMs;
    goSince = undefined;
    if (dialogOpen) return undefined;
    if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'k') return { kind: 'palette' };
    if (typing || ctrlKey || metaKey || altKey || key.length !== 1 || key === ' ') return undefined;
    if (going) return { kind: 'go', key };
    if (key === 'g') {
      goSince = at;
      return undefined;
    }
    if (key === '/') return { kind: 'search' };
    return key === '?' ? { kind: 'help' } : { kind: 'act', key };
  };
}

const typingPlaces =
  'input:not([type=checkbox], [type=radio], [type=button], [type=submit], [readonly]), textarea:not([readonly]), select, [contenteditable], [role=menu], [role=listbox]';

export const isTypingPlace = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(typingPlaces) !== null;
