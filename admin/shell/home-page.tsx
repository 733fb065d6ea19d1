import { DoorOpen } from 'lucide-react';
import { Navigate } from 'react-router';
import { EmptyState } from '../design/empty-state';
import { useWords } from '../words';
import { useOpenAreas } from './use-open-areas';

/** Where a person lands: the first area that is open to them. */
export function HomePage() {
  const say = useWords();
  const [first] = useOpenAreas();
  if (first) return <Navigate to={first.path} replace />;
  return (
    <EmptyState icon={DoorOpen} level="h1" title={say('shell.empty.title')}>
      {say('shell.empty.remedy')}
    </EmptyState>
  );
}
