/** Where the page of a link is once its token has been taken out of the address. */
export const linkPlace = '/a';

/**
 * Takes the token out of the address of a link (`/a/<token>`), before anything is drawn or asked for: addresses are kept in
 * histories, shown over shoulders and handed to others. From here on it lives in memory alone.
 */
export function takeLinkToken(
  location: Pick<Location, 'pathname'>,
  history: Pick<History, 'replaceState'>,
): string | undefined {
  const token = /^\/a\/([\w-]{1,100})\/?$/.exec(location.pathname)?.[1];
  if (location.pathname.startsWith(`${linkPlace}/`)) history.replaceState(null, '', linkPlace);
  return token;
}
