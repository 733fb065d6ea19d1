import { portalWords } from './client-portal';
import { consoleWords } from './console';

/** Everything that Kept says in English. What only the server says (texts, letters) is added here. */
export const en = { ...consoleWords, ...portalWords } as const;
