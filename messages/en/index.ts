import { portalWords } from './client-portal';
import { consoleWords } from './console';
import { texts } from './texts';

/** Everything that Kept says in English. `texts` only the server says. */
export const en = { ...consoleWords, ...portalWords, texts } as const;
