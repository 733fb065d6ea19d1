import type { portalWords as english } from '../en/client-portal';
import type { SameCodes } from '../words';
import { portal } from './portal';
import { shared } from './shared';

export const portalWords: SameCodes<typeof english> = { ...shared, portal };
