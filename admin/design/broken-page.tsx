import { RefreshCw, TriangleAlert } from 'lucide-react';
import { Button } from './button';
import { EmptyState } from './empty-state';
import { useSharedWords } from '../../browser/speech';

/** Said instead of a page that threw. A part of the program that is gone means that a newer one is there. */
export function BrokenPage({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const say = useSharedWords();
  const reload = () => window.location.reload();
  if (isMissingPart(error)) {
    return (
      <EmptyState
        icon={RefreshCw}
        level="h1"
        title={say('pieces.broken.newer')}
        action={
          <Button kind="primary" onClick={reload}>
            {say('pieces.reload')}
          </Button>
        }
      >
        {say('pieces.broken.newerRemedy')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={TriangleAlert}
      level="h1"
      title={say('pieces.broken.title')}
      action={
        <span className="row">
          <Button kind="primary" onClick={onRetry}>
            {say('pieces.retry')}
          </Button>
          <Button onClick={reload}>{say('pieces.reload')}</Button>
        </span>
      }
    >
      {say('pieces.broken.remedy')}
    </EmptyState>
  );
}

/** A deployment takes the old program's parts away; browsers word it differently. */
export const isMissingPart = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|importing a module script|preload CSS/i.test(error.message);
