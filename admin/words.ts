import { useSpeech } from '../browser/speech';
import type { Catalogues } from '../browser/use-speech-for';
import { consoleWords } from '../messages/en/console';
import type { Say } from '../messages/words';

/** Puts codes into the person's language. A code without words does not compile. */
export const useWords = (): Say<typeof consoleWords> => useSpeech().say;

export const consoleCatalogues: Catalogues = {
  en: consoleWords,
  load: async () => (await import('../messages/es/console.js')).consoleWords,
};
