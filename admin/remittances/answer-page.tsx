import { FileX2 } from 'lucide-react';
import { Navigate, useParams } from 'react-router';
import type { RemittanceClaimDetail } from '../../api/remittances/claim.contract';
import { useWhole } from '../data/use-whole';
import { ButtonLink } from '../design/button-link';
import { answerOnPage } from '../paths';
import { NoRecord } from '../shell/no-record';
import { useWords } from '../words';

/** Whoever comes for one answer of a payer goes on to its payment, where that answer waits to be decided. */
export function AnswerPage() {
  const say = useWords();
  const { id = '' } = useParams();
  const { record, problem, again } = useWhole<RemittanceClaimDetail>('remittance-claims', id, 'lines');
  if (record) return <Navigate to={answerOnPage(record)} replace />;
  return (
    <NoRecord
      area="remittances"
      title={say('remittances.title')}
      problem={problem}
      onRetry={again}
      gone={{
        icon: FileX2,
        title: say('remittances.page.gone.title'),
        text: say('remittances.page.gone.text'),
        action: <ButtonLink to="/remittances">{say('remittances.page.gone.list')}</ButtonLink>,
      }}
    />
  );
}
