/** A key as it was pressed, outside of any field. */
export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** Milliseconds, of the browser's own clock. */
  readonly at: number;
}

/** Answers whether the key did something; then the platform does not. */
export type TakeKey = (pressed: Pressed, typing: boolean) => boolean;

/**
 * The console's one listener for keys. What is pressed before there is anything to take it (the console after the sign-in, a page
 * or a dialog that a key has asked for) waits, and is given on in its order: nobody has to look whether the screen keeps up with them.
 */
export interface KeyQueue {
  /** Takes keys from now on, those first that wait. Answers how to stop. */
  readonly attach: (take: TakeKey) => () => void;
  /** Keys wait from now on. Answers how to go on; with what was pressed meanwhile forgotten, if what it was meant for never came. */
  readonly hold: () => (arrived: boolean) => void;
}

export interface KeyQueueOptions {
  readonly listen: (onKey: (event: KeyDown) => void) => void;
  /** Where a key went: into a field that takes letters, to something that a space presses, or elsewhere. */
  readonly place: (target: EventTarget | null) => 'field' | 'control' | 'page';
  /** Runs what a key asks for so that all of it is drawn and has its focus before the next key. */
  readonly drawn: (run: () => void) => void;
  /** Where letters go that are meant for a field. Undefined: the focus is in none. */
  readonly field: () => { readonly type: (text: string) => void } | undefined;
  readonly now: () => number;
}

export type KeyDown = Pick<
  KeyboardEvent,
  | 'key'
  | 'ctrlKey'
  | 'metaKey'
  | 'altKey'
  | 'timeStamp'
  | 'target'
  | 'repeat'
  | 'isComposing'
  | 'defaultPrevented'
  | 'preventDefault'
>;

/** Who has waited longer for the console does not remember what she pressed. */
export const patienceMs = 5_000;

export function createKeyQueue({ listen, place, drawn, field, now }: KeyQueueOptions): KeyQueue {
  let take: TakeKey | undefined;
  let held = 0;
  let waiting: Pressed[] = [];

  const open = (): boolean => take !== undefined && held === 0;
  const giveOn = () => {
    while (open() && waiting.length > 0) {
      const letters = waiting.findIndex((one) => !isLetter(one));
      const text = waiting.slice(0, letters === -1 ? undefined : letters);
      const typed = text.length > 0 ? field() : undefined;
      if (typed) {
        waiting.splice(0, text.length);
        drawn(() => typed.type(text.map(({ key }) => key).join('')));
        continue;
      }
      const next = waiting.shift();
      if (next) drawn(() => void take?.(next, false));
    }
  };

  listen((event) => {
    // a key that is held down asks once
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    const at = place(event.target);
    const pressed = pressedIn(event);
    if (open()) {
      if (take?.(pressed, at === 'field')) event.preventDefault();
      return;
    }
    if (at === 'field') waiting = []; // it takes its own
    else if (mayWait(pressed) && (pressed.key !== ' ' || at === 'page')) {
      waiting.push(pressed);
      event.preventDefault();
    }
  });

  return {
    attach(next) {
      take = next;
      const last = waiting.at(-1);
      if (last && now() - last.at > patienceMs) waiting = [];
      queueMicrotask(giveOn); // what takes them is drawn, not merely being drawn
      return () => {
        if (take === next) take = undefined;
      };
    },
    hold() {
      held += 1;
      let over = false;
      return (arrived) => {
        if (over) return;
        over = true;
        held -= 1;
        if (!arrived) waiting = [];
        giveOn();
      };
    },
  };
}

const pressedIn = ({ key, ctrlKey, metaKey, altKey, timeStamp }: KeyDown): Pressed => ({
  key,
  ctrlKey,
  metaKey,
  altKey,
  at: timeStamp,
});
const isLetter = ({ key, ctrlKey, metaKey, altKey }: Pressed): boolean =>
  key.length === 1 && !ctrlKey && !metaKey && !altKey;
const mayWait = (pressed: Pressed): boolean =>
  isLetter(pressed) || ((pressed.ctrlKey || pressed.metaKey) && !pressed.altKey && pressed.key.toLowerCase() === 'k');
