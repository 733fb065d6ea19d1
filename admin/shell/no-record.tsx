import type { ReactNode } from 'react';
import type { Problem } from '../../browser/http/problem';
import type { AreaId } from '../areas';
import { Button } from '../design/button';
import { EmptyState } from '../design/empty-state';
import type { IconDrawing } from '../design/icon';
import { ProblemNotice } from '../design/problem-notice';
import { Skeleton } from '../design/skeleton';
import { useWords } from '../words';
import { Page } from './page';

interface NoRecordProps {
  readonly area: AreaId;
  readonly title: string;
  readonly problem: Problem | undefined;
  readonly onRetry: () => void;
  /** What is said where there is no such record, or none that one may see. */
  readonly gone: {
    readonly icon: IconDrawing;
    readonly title: string;
    readonly text: string;
    readonly action: ReactNode;
  };
}

/** The page of one record while it is read, and when it cannot be. */
export function NoRecord({ area, title, problem, onRetry, gone }: NoRecordProps) {
  const say = useWords();
  if (problem?.status === 404)
    return (
      <EmptyState icon={gone.icon} level="h1" title={gone.title} action={gone.action}>
        {gone.text}
      </EmptyState>
    );
  return (
    <Page area={area} title={title}>
      {problem ? (
        <ProblemNotice
          problem={problem}
          actions={
            <Button size="small" onClick={onRetry}>
              {say('pieces.retry')}
            </Button>
          }
        />
      ) : (
        <Skeleton shape="cards" count={3} />
      )}
    </Page>
  );
}
