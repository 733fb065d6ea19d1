import type { ReactNode } from 'react';
import { type ButtonLook, buttonClass } from './button-look';
import { Icon, type IconDrawing } from './icon';
import { Link } from './link';

interface ButtonLinkProps extends ButtonLook {
  readonly to: string;
  readonly icon?: IconDrawing;
  readonly children: ReactNode;
}

/** Looks like a button, goes somewhere. */
export const ButtonLink = ({ to, icon, children, ...look }: ButtonLinkProps) => (
  <Link to={to} className={buttonClass(look)}>
    {icon && <Icon of={icon} />}
    {children}
  </Link>
);
