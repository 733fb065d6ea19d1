import type { consoleWords as english } from '../en/console';
import type { SameCodes } from '../words';
import { ra } from './ra';
import { shared } from './shared';
import { shell } from './shell';

export const consoleWords: SameCodes<typeof english> = { ...shared, shell, ra };
