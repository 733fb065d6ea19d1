import { useSpeech } from '../browser/speech';
import type { Catalogues } from '../browser/use-speech-for';
import { consoleWords } from '../messages/en/console';
import type { CodeOf, Say } from '../messages/words';

/** A code of which the console has the words. */
export type ConsoleCode = CodeOf<typeof consoleWords>;

/** Puts codes into the person's language. A code without words does not compile. */
export const useWords = (): Say<typeof consoleWords> => useSpeech().say;

export const consoleCatalogues: Catalogues = {
  en: consoleWords,
  load: async () => (await import('../messages/es/console.js')).consoleWords,
};
