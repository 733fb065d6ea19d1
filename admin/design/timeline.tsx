import { Check, Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes';
import { Icon, type IconDrawing } from './icon';
import './timeline.css';

export interface TimelineEntry {
  readonly id: string;
  readonly what: ReactNode;
  /** When, who or which rule, and what is behind it. */
  readonly detail?: ReactNode;
  readonly icon?: IconDrawing;
  /** It failed, and the words say so. */
  readonly bad?: boolean;
  /** Said behind it where it is to be noticed; it is marked then. */
  readonly mark?: ReactNode;
}

interface TimelineProps {
  /** Past: what happened, newest first. Ahead: what is planned, next first, drawn dashed. */
  readonly tense: 'past' | 'ahead';
  readonly entries: readonly TimelineEntry[];
  /** The id of the heading above it. */
  readonly labelledBy?: string;
}

export const Timeline = ({ tense, entries, labelledBy }: TimelineProps) => (
  <ol className="k-timeline" {...(labelledBy && { 'aria-labelledby': labelledBy })}>
    {entries.map((entry) => (
      <li
        key={entry.id}
        className={classes(tense === 'ahead' && 'k-timeline-ahead', entry.bad && 'k-timeline-bad')}
        {...(entry.mark !== undefined && { 'data-changed': '' })}
      >
        <span className="k-timeline-dot">
          <Icon of={entry.icon ?? (tense === 'ahead' ? Clock : Check)} />
        </span>
        <div>
          {entry.what}
          {entry.mark}
          {entry.detail !== undefined && <div className="k-timeline-detail">{entry.detail}</div>}
        </div>
      </li>
    ))}
  </ol>
);
