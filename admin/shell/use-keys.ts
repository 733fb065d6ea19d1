import { useEffect, useEffectEvent } from 'react';
import { type KeyCommand, createKeymap } from './keymap';
import { windowKeys } from './window-keys';

/** Reads keys while the console is there. `run` answers whether the key did something. */
export function useKeys(run: (command: KeyCommand) => boolean): void {
  const onCommand = useEffectEvent(run);
  useEffect(() => {
    const read = createKeymap();
    return windowKeys.attach((pressed, typing) => {
      const dialogOpen = document.querySelector('dialog[open]') !== null;
      const command = read({ ...pressed, typing, dialogOpen });
      return command !== undefined && onCommand(command);
    });
  }, []);
}
