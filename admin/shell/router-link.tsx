import { Link as RouterLink } from 'react-router';
import type { LinkProps } from '../design/link';

/** How the console follows a link: within the page, without loading it again. */
export const ConsoleLink = ({ to, ...rest }: LinkProps) => <RouterLink to={to} {...rest} />;
