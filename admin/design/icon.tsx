import type { LucideIcon } from 'lucide-react';
import { classes } from './classes';
import './icon.css';

export type IconDrawing = LucideIcon;

/** A drawing beside words; it never carries meaning alone and screen readers pass over it. */
export function Icon({ of: Drawing, size }: { readonly of: IconDrawing; readonly size?: 'small' | 'big' }) {
  return (
    <Drawing className={classes('k-icon', size && `k-icon-${size}`)} strokeWidth={1.75} aria-hidden focusable={false} />
  );
}
