import type { shared as english } from '../en/shared';
import type { SameCodes } from '../words';
import { fields } from './fields';
import { pieces } from './pieces';
import { problems } from './problems';
import { session } from './session';

export const shared: SameCodes<typeof english> = { fields, pieces, problems, session };
