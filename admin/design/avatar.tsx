import { classes } from './classes';
import { VisuallyHidden } from './visually-hidden';
import './avatar.css';

interface AvatarProps {
  readonly initials: string;
  /** Heard after the initials; leave it out where the name stands beside. */
  readonly name?: string;
  readonly size?: 'normal' | 'big';
}

/** Two letters for a person. Kept shows no photographs. */
export const Avatar = ({ initials, name, size = 'normal' }: AvatarProps) => (
  <span
    className={classes('k-avatar', size !== 'normal' && `k-avatar-${size}`)}
    {...(!name && { 'aria-hidden': true })}
  >
    {initials}
    {name && <VisuallyHidden> {name}</VisuallyHidden>}
  </span>
);
