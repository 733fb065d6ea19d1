import type { ReactNode } from 'react';
import { classes } from './classes';
import { Icon, type IconDrawing } from './icon';
import './pill.css';

export type Tone = 'plain' | 'accent' | 'info' | 'live' | 'care' | 'bad' | 'good';

interface PillProps {
  readonly tone?: Tone;
  readonly icon?: IconDrawing | undefined;
  /** The word: a tone never speaks alone. */
  readonly children: ReactNode;
}

export const Pill = ({ tone = 'plain', icon, children }: PillProps) => (
  <span className={classes('k-pill', tone !== 'plain' && `k-pill-${tone}`)}>
    {icon && <Icon of={icon} />}
    {children}
  </span>
);
