import type { MouseEvent } from 'react';
import type { LinkProps } from '../../admin/design/link';
import { goTo } from '../location';

/** How the portal follows a link: within the page, unless someone asks for another window. */
export function PortalLink({ to, onClick, children, ...rest }: LinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goTo(to);
  };
  return (
    <a href={to} {...rest} onClick={follow}>
      {children}
    </a>
  );
}
