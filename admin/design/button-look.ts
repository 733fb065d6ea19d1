import { classes } from './classes';
import './button.css';

/** What a button looks like, be it a button or a link. */
export interface ButtonLook {
  /** `primary` once on a page at most; `quiet` for what stands in a row of others. */
  readonly kind?: 'plain' | 'primary' | 'quiet';
  readonly size?: 'small' | 'normal' | 'big';
  /** It ends or undoes something. */
  readonly danger?: boolean;
  /** As wide as the room it has. */
  readonly wide?: boolean;
}

export const buttonClass = ({ kind = 'plain', size = 'normal', danger, wide }: ButtonLook, more?: string): string =>
  classes(
    'k-button',
    kind !== 'plain' && `k-button-${kind}`,
    size !== 'normal' && `k-button-${size}`,
    danger && 'k-button-danger',
    wide && 'k-button-wide',
    more,
  );
