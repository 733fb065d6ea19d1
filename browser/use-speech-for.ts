import { useEffect, useMemo, useState } from 'react';
import { type Language, isLanguage } from '../messages/words';
import { type Speech, speechIn } from './speech';

/** A program's catalogues: the first language is in the first load, another is fetched when someone reads it. */
export interface Catalogues {
  readonly en: object;
  readonly load: (language: Exclude<Language, 'en'>) => Promise<object>;
}

/** Speaks a language as soon as its words are there; until then, the one before. */
export function useSpeechFor(language: Language, zone: string, catalogues: Catalogues): Speech {
  const [words, setWords] = useState<{ readonly language: Language; readonly catalogue: object }>({
    language: 'en',
    catalogue: catalogues.en,
  });
  useEffect(() => {
    let wanted = true;
    const take = (catalogue: object) => {
      if (wanted) setWords({ language, catalogue });
    };
    if (language === 'en') take(catalogues.en);
    else catalogues.load(language).then(take, () => undefined); // not reached: the page goes on in the language before
    return () => {
      wanted = false;
    };
  }, [language, catalogues]);
  useEffect(() => {
    document.documentElement.lang = words.language;
  }, [words]);
  return useMemo(() => speechIn(words.language, words.catalogue, zone), [words, zone]);
}

/** The first language of the browser that Kept speaks. */
export function browserLanguage(wanted: readonly string[] = navigator.languages): Language {
  return wanted.map((tag) => tag.split('-')[0]).find(isLanguage) ?? 'en';
}
