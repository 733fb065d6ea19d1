import type { ReactNode } from 'react';
import { useSharedWords } from '../../browser/speech';
import { classes } from './classes';
import { Icon, type IconDrawing } from './icon';
import { VisuallyHidden } from './visually-hidden';
import './next-line.css';

interface NextLineProps {
  readonly tone?: 'plain' | 'care' | 'bad';
  readonly icon?: IconDrawing;
  /** The next thing that will happen, when, and to whom; read from the plan that the workflow uses. */
  readonly children: ReactNode;
}

/** What happens next, in one line. */
export function NextLine({ tone = 'plain', icon, children }: NextLineProps) {
  const say = useSharedWords();
  return (
    <p className={classes('k-next', tone !== 'plain' && `k-next-${tone}`)}>
      {icon && <Icon of={icon} size="small" />}
      <span>
        <VisuallyHidden>{say('pieces.ahead')}</VisuallyHidden> {children}
      </span>
    </p>
  );
}
