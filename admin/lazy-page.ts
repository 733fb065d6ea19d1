import { type ComponentType, lazy } from 'react';

/** A page in a file of its own, fetched when someone goes there: `lazyPage(async () => (await import('./claims/claims-page.js')).ClaimsPage)`. */
export const lazyPage = (load: () => Promise<ComponentType>): ComponentType =>
  lazy(async () => ({ default: await load() }));
