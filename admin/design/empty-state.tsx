import type { ReactNode } from 'react';
import { Icon, type IconDrawing } from './icon';
import './empty-state.css';

interface EmptyStateProps {
  readonly icon: IconDrawing;
  /** What belongs here, or that all of it is done. */
  readonly title: string;
  readonly children?: ReactNode;
  /** The first step. */
  readonly action?: ReactNode;
  /** The page's own heading, when the page has nothing else. */
  readonly level?: 'h1' | 'h2';
}

export const EmptyState = ({ icon, title, children, action, level: Heading = 'h2' }: EmptyStateProps) => (
  <div className="k-empty">
    <Icon of={icon} />
    <Heading>{title}</Heading>
    {children !== undefined && <p className="k-empty-text">{children}</p>}
    {action !== undefined && <div className="k-empty-action">{action}</div>}
  </div>
);
