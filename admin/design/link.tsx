import { type ComponentProps, type ComponentType, createContext, createElement, use } from 'react';

export interface LinkProps extends Omit<ComponentProps<'a'>, 'href'> {
  readonly to: string;
}

/** How the program follows a link: the console and the portal each give their router's. Without one, the browser loads the page. */
export const LinkContext = createContext<ComponentType<LinkProps>>(({ to, children, ...rest }) => (
  <a href={to} {...rest}>
    {children}
  </a>
));

export const Link = (props: LinkProps) => createElement(use(LinkContext), props);
