import { DoorOpen } from 'lucide-react';
import { Navigate } from 'react-router';
import { useSession } from '../../browser/session/use-session';
import { EmptyState } from '../design/empty-state';
import { useWords } from '../words';
import { homeOf } from './home-of';
import { useOpenAreas } from './use-open-areas';

const none: readonly string[] = [];

/** Where a person lands: where the day of her role is. */
export function HomePage() {
  const say = useWords();
  const roles = useSession()?.roles ?? none;
  const home = homeOf(roles, useOpenAreas());
  if (home) return <Navigate to={home.path} replace />;
  return (
    <EmptyState icon={DoorOpen} level="h1" title={say('shell.empty.title')}>
      {say('shell.empty.remedy')}
    </EmptyState>
  );
}
