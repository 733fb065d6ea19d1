import type { en } from '../en';
import type { SameCodes } from '../words';
import { portalWords } from './client-portal';
import { consoleWords } from './console';
import { texts } from './texts';

/** Everything that Kept says in Spanish: the same codes as in English, or it does not compile. */
export const es: SameCodes<typeof en> = { ...consoleWords, ...portalWords, texts };
