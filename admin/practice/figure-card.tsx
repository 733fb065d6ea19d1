import { type ReactNode, useId } from 'react';
import type { Problem } from '../../browser/http/problem';
import { Button } from '../design/button';
import { Card } from '../design/card';
import { Link } from '../design/link';
import { ProblemNotice } from '../design/problem-notice';
import { Skeleton } from '../design/skeleton';
import { useWords } from '../words';

interface FigureCardProps<View> {
  readonly title: string;
  /** Where the figure is told in full. */
  readonly to: string;
  readonly view: View | undefined;
  readonly problem: Problem | undefined;
  readonly again: () => void;
  readonly renderFigures: (view: View) => ReactNode;
}

/** One thing that an owner wants to know, by itself: where one cannot be read the others still are. */
export function FigureCard<View>({ title, to, view, problem, again, renderFigures }: FigureCardProps<View>) {
  const say = useWords();
  const id = useId();
  return (
    <Card as="section" padded className="stack figure-card" aria-labelledby={id}>
      <h2 id={id}>
        <Link to={to}>{title}</Link>
      </h2>
      {view !== undefined && renderFigures(view)}
      {view === undefined && problem && (
        <ProblemNotice
          problem={problem}
          actions={
            <Button size="small" onClick={again}>
              {say('pieces.retry')}
            </Button>
          }
        />
      )}
      {view === undefined && !problem && <Skeleton shape="lines" count={4} />}
    </Card>
  );
}

interface FigureProps {
  readonly value: string;
  readonly of: string;
  readonly tone?: 'care' | 'bad' | undefined;
}

/** The one figure that counts, and what it counts. */
export const Figure = ({ value, of, tone }: FigureProps) => (
  <div>
    <div className={tone ? `figure ${tone}` : 'figure'}>{value}</div>
    <div className="small soft">{of}</div>
  </div>
);
