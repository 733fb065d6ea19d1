import { useEffect, useEffectEvent } from 'react';
import { type KeyCommand, createKeymap, isTypingPlace } from './keymap';

/** The console's one listener for keys. `run` answers whether the key did something; then the platform does not. */
export function useKeys(run: (command: KeyCommand) => boolean): void {
  const onCommand = useEffectEvent(run);
  useEffect(() => {
    const read = createKeymap();
    const onKey = (event: KeyboardEvent) => {
      // a key that is held down asks once
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const command = read({
        key: event.key,
        ctrlKey: event.ctrlKey,
        metaKey: event.metaKey,
        altKey: event.altKey,
        typing: isTypingPlace(event.target),
        dialogOpen: document.querySelector('dialog[open]') !== null,
        at: event.timeStamp,
      });
      if (command && onCommand(command)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
