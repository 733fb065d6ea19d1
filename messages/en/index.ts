import { portalWords } from './client-portal';
import { consoleWords } from './console';
import { csv } from './csv';
import { texts } from './texts';
import { x12 } from './x12';

/** Everything that Kept says in English. `csv` and `texts` only the server says; the page that shows files asks for `x12`. */
export const en = { ...consoleWords, ...portalWords, csv, texts, x12 } as const;
