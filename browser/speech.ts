import { createContext, use } from 'react';
import { shared } from '../messages/en/shared';
import { type Formats, formatsIn } from '../messages/format';
import { type Language, type Say, type WordParams, sayIfKnown, sayIn } from '../messages/words';

/** How the page speaks to the person before it: the language, its words, and how it writes times and money. */
export interface Speech {
  readonly language: Language;
  /** IANA zone in which times are shown. */
  readonly zone: string;
  readonly formats: Formats;
  /** The words that every page has. A program's own hook knows its further words. */
  readonly say: Say<typeof shared>;
  /** For codes that the server sends: undefined when this page is older than the code. */
  readonly sayIfKnown: (code: string, params?: WordParams) => string | undefined;
}

export function speechIn(language: Language, catalogue: object, zone: string): Speech {
  return {
    language,
    zone,
    formats: formatsIn({ language, zone }),
    say: sayIn(language, catalogue) as Say<typeof shared>,
    sayIfKnown: (code, params = {}) => sayIfKnown(language, catalogue, code, params),
  };
}

export const browserZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

export const SpeechContext = createContext<Speech>(speechIn('en', shared, browserZone()));

export const useSpeech = (): Speech => use(SpeechContext);
export const useFormats = (): Formats => use(SpeechContext).formats;
/** The words that pieces themselves need, in the console and in the portal. */
export const useSharedWords = (): Say<typeof shared> => use(SpeechContext).say;
