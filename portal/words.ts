import { useSpeech } from '../browser/speech';
import type { Catalogues } from '../browser/use-speech-for';
import { portalWords } from '../messages/en/client-portal';
import type { Say } from '../messages/words';

/** Puts codes into the client's language. A code without words does not compile. */
export const useWords = (): Say<typeof portalWords> => useSpeech().say;

export const portalCatalogues: Catalogues = {
  en: portalWords,
  load: async () => (await import('../messages/es/client-portal.js')).portalWords,
};
