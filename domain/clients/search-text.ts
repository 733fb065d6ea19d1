import { isDay } from '../time/wall-time';

/** What someone who types into "Client, phone, birth date" means. */
export interface ClientSearch {
  readonly words: readonly string[];
  readonly digits: string | null;
  readonly birthDate: string | null;
}

/**
 * Reads a birth date (5/4/1990, 05-04-1990, 1990-05-04), digits of a phone number (3 or more, however spaced), or words of a
 * name. Undefined when there is nothing to look for.
 */
export function readSearch(typed: string): ClientSearch | undefined {
  const text = typed.trim().slice(0, 100);
  const birthDate = dayFrom(text);
  if (birthDate) return { words: [], digits: null, birthDate };
  const digits = text.replaceAll(/\D/g, '');
  if (digits.length >= 3 && /^[\d\s().+-]+$/.test(text))
    return { words: [], digits: digits.slice(-10), birthDate: null };
  const words = text
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .slice(0, 5);
  return words.length > 0 ? { words, digits: null, birthDate: null } : undefined;
}

function dayFrom(text: string): string | null {
  if (isDay(text)) return text;
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (!match) return null;
  const [, month = '', date = '', year = ''] = match;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}
