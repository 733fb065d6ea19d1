import { ra } from './ra';
import { shared } from './shared';
import { shell } from './shell';

/** Everything that the staff console says. An area adds its words here. */
export const consoleWords = { ...shared, shell, ra } as const;
