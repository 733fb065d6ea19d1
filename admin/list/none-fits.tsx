import { SearchX } from 'lucide-react';
import { Button } from '../design/button';
import { EmptyState } from '../design/empty-state';
import { useWords } from '../words';

interface NoneFitsProps {
  /** Whose words. */
  readonly of: 'balances' | 'charges' | 'claims' | 'clients' | 'messaging' | 'remittances';
  readonly onClear: () => void;
}

/** There are rows, and none that fits what was typed and chosen. */
export function NoneFits({ of, onClear }: NoneFitsProps) {
  const say = useWords();
  return (
    <EmptyState
      icon={SearchX}
      title={say(`${of}.noneFits.title`)}
      action={<Button onClick={onClear}>{say(`${of}.noneFits.clear`)}</Button>}
    >
      {say(`${of}.noneFits.text`)}
    </EmptyState>
  );
}
