import { useFormats } from '../../browser/speech';
import type { Moment } from '../../messages/format';
import { useWords } from '../words';

/** A day and a time inside a sentence: "Tue, Dec 8 at 2:00 PM". */
export function useWhen(): (at: Moment) => string {
  const say = useWords();
  const formats = useFormats();
  return (at) => say('portal.at', { day: formats.day(at), time: formats.time(at) });
}
