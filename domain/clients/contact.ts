import parsePhone from 'libphonenumber-js';
import { invalid } from '../problems';

export type ContactKind = 'mobile' | 'phone' | 'email';

/** A phone number in E.164, an e-mail address in lower case. @throws AppError `invalid` at `pointer` */
export function normalContact(kind: ContactKind, typed: string, pointer: string): string {
  const text = typed.trim();
  if (kind === 'email') {
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) throw invalid(pointer, 'email_malformed');
    return text.toLowerCase();
  }
  const number = parsePhone(text, 'US');
  if (!number?.isPossible()) throw invalid(pointer, 'phone_malformed');
  return number.number;
}
