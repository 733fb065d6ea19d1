import { type ComponentType, lazy } from 'react';

/** A page in a file of its own, fetched when someone goes there: `lazyPage(async () => (await import('./claims/claims-page.js')).ClaimsPage)`. */
export const lazyPage = (load: () => Promise<ComponentType>): ComponentType =>
  lazy(async () => ({ default: await load() }));

/** The same for a part of a page that not everyone opens: drawn inside a `Suspense`. */
export const lazyPart = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => ({ default: await load() }));
