import { FileX2 } from 'lucide-react';
import type { Problem } from '../../browser/http/problem';
import { ButtonLink } from '../design/button-link';
import { NoRecord } from '../shell/no-record';
import { useWords } from '../words';

interface NoRemittanceProps {
  readonly problem: Problem | undefined;
  readonly onRetry: () => void;
}

/** A payment, or an answer in one, while it is read, and when it cannot be. */
export function NoRemittance({ problem, onRetry }: NoRemittanceProps) {
  const say = useWords();
  return (
    <NoRecord
      area="remittances"
      title={say('remittances.title')}
      problem={problem}
      onRetry={onRetry}
      gone={{
        icon: FileX2,
        title: say('remittances.page.gone.title'),
        text: say('remittances.page.gone.text'),
        action: <ButtonLink to="/remittances">{say('remittances.page.gone.list')}</ButtonLink>,
      }}
    />
  );
}
