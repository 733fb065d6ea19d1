import { useWords } from '../words';
import type { Held } from './day-columns';

/** What keeps time free, in words, and whose time where more than one is shown. */
export function useHeldWords(): (held: Held) => string {
  const say = useWords();
  return (held) => {
    const what =
      held.kind === 'block' ? (held.block.title ?? say(`calendar.blocks.${held.block.kind}`)) : say('calendar.busy');
    return held.whose === undefined ? what : `${what} · ${held.whose}`;
  };
}
