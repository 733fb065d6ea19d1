import { Compass } from 'lucide-react';
import { ButtonLink } from '../design/button-link';
import { EmptyState } from '../design/empty-state';
import { useWords } from '../words';
import { useWindowTitle } from './page';

export function NotFoundPage() {
  const say = useWords();
  useWindowTitle(say('shell.notFound.title'));
  return (
    <EmptyState
      icon={Compass}
      level="h1"
      title={say('shell.notFound.title')}
      action={
        <ButtonLink to="/" kind="primary">
          {say('shell.notFound.home')}
        </ButtonLink>
      }
    >
      {say('shell.notFound.remedy')}
    </EmptyState>
  );
}
