import { RefreshCw, TriangleAlert } from 'lucide-react';
import { Button } from '../design/button';
import { EmptyState } from '../design/empty-state';
import { useWords } from '../words';

/** Said instead of a page that threw. A part of the program that is gone means that a newer one is there. */
export function BrokenPage({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const say = useWords();
  const reload = () => window.location.reload();
  if (isMissingPart(error)) {
    return (
      <EmptyState
        icon={RefreshCw}
        heading="h1"
        title={say('shell.broken.newer')}
        action={
          <Button kind="primary" onClick={reload}>
            {say('pieces.reload')}
          </Button>
        }
      >
        {say('shell.broken.newerRemedy')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={TriangleAlert}
      heading="h1"
      title={say('shell.broken.title')}
      action={
        <span className="row">
          <Button kind="primary" onClick={onRetry}>
            {say('pieces.retry')}
          </Button>
          <Button onClick={reload}>{say('pieces.reload')}</Button>
        </span>
      }
    >
      {say('shell.broken.remedy')}
    </EmptyState>
  );
}

/** A deployment takes the old program's parts away; browsers word it differently. */
export const isMissingPart = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|importing a module script|preload CSS/i.test(error.message);
