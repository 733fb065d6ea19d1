import { fields } from './fields';
import { pieces } from './pieces';
import { problems } from './problems';
import { session } from './session';

/** What the console, the portal and the server all say. */
export const shared = { fields, pieces, problems, session } as const;
