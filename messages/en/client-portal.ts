import { portal } from './portal';
import { shared } from './shared';

/** Everything that the client portal says. */
export const portalWords = { ...shared, portal } as const;
