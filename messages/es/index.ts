import type { en } from '../en';
import type { SameCodes } from '../words';
import { portalWords } from './client-portal';
import { consoleWords } from './console';
import { csv } from './csv';
import { texts } from './texts';
import { x12 } from './x12';

/** Everything that Kept says in Spanish: the same codes as in English, or it does not compile. */
export const es: SameCodes<typeof en> = { ...consoleWords, ...portalWords, csv, texts, x12 };
