import { CircleAlert, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes';
import { Icon, type IconDrawing } from './icon';
import './banner.css';

interface BannerProps {
  readonly tone?: 'info' | 'care' | 'bad';
  readonly icon?: IconDrawing;
  readonly title: string;
  readonly children?: ReactNode;
  /** Buttons, at the end. */
  readonly actions?: ReactNode;
}

/** One line across the page about the whole of it: no connection, a plan that ended. Heard when it appears. */
export const Banner = ({ tone = 'info', icon, title, children, actions }: BannerProps) => (
  <output className={classes('k-banner', tone !== 'info' && `k-banner-${tone}`)}>
    <Icon of={icon ?? (tone === 'info' ? Info : CircleAlert)} />
    <strong>{title}</strong>
    <span className="grow">{children}</span>
    {actions}
  </output>
);
