import { Compass } from 'lucide-react';
import { ButtonLink } from '../admin/design/button-link';
import { EmptyState } from '../admin/design/empty-state';
import { useWords } from './words';

export function NotFoundPage() {
  const say = useWords();
  return (
    <EmptyState
      icon={Compass}
      level="h1"
      title={say('portal.notFound.title')}
      action={
        <ButtonLink to="/" kind="primary">
          {say('portal.notFound.home')}
        </ButtonLink>
      }
    >
      {say('portal.notFound.remedy')}
    </EmptyState>
  );
}
