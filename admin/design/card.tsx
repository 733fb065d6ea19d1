import type { ReactNode } from 'react';
import { classes } from './classes';
import './card.css';

interface CardProps {
  readonly as?: 'div' | 'section' | 'article' | 'aside' | 'li';
  readonly padded?: boolean;
  readonly selected?: boolean;
  /** A coloured edge, for a card whose words say that something needs care. */
  readonly edge?: 'care' | 'bad';
  /** Others changed what it shows; its words say so. */
  readonly changed?: boolean;
  readonly className?: string;
  readonly id?: string;
  readonly 'aria-labelledby'?: string;
  readonly children: ReactNode;
}

export const Card = ({ as: Tag = 'div', padded, selected, edge, changed, className, ...rest }: CardProps) => (
  <Tag
    {...rest}
    {...(changed && { 'data-changed': '' })}
    className={classes(
      'k-card',
      padded && 'k-card-padded',
      edge && `k-card-${edge}`,
      selected && 'k-card-selected',
      className,
    )}
  />
);
