import { en } from './en';
import { es } from './es';
import { type Language, type SameCodes, type Say, sayIn } from './words';

/** For the server, which speaks to people in several languages at once. The browser loads one language. */
export const catalogues: Readonly<Record<Language, SameCodes<typeof en>>> = { en, es };

const sayers = new Map<Language, Say<typeof en>>();
/** How to say things to someone who reads `language`. */
export function sayTo(language: Language): Say<typeof en> {
  const known = sayers.get(language) ?? (sayIn(language, catalogues[language]) as Say<typeof en>);
  sayers.set(language, known);
  return known;
}
