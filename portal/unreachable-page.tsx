import { CloudOff } from 'lucide-react';
import { Button } from '../admin/design/button';
import { EmptyState } from '../admin/design/empty-state';
import { Frame } from './frame/frame';
import { useWords } from './words';

/** The crisis line stays in sight also when the server cannot be reached. */
export function UnreachablePage({ onRetry }: { readonly onRetry: () => void }) {
  const say = useWords();
  return (
    <Frame>
      <EmptyState
        icon={CloudOff}
        level="h1"
        title={say('session.unreachable.title')}
        action={<Button onClick={onRetry}>{say('pieces.retry')}</Button>}
      >
        {say('session.unreachable.remedy')}
      </EmptyState>
    </Frame>
  );
}
