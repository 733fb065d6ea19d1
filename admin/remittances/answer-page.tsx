import { Navigate, useParams } from 'react-router';
import type { RemittanceClaimDetail } from '../../api/remittances/claim.contract';
import { useWhole } from '../data/use-whole';
import { answerOnPage } from '../paths';
import { NoRemittance } from './no-remittance';

/** Whoever comes for one answer of a payer goes on to its payment, where that answer waits to be decided. */
export function AnswerPage() {
  const { id = '' } = useParams();
  const { record, problem, again } = useWhole<RemittanceClaimDetail>('remittance-claims', id, 'lines');
  if (record) return <Navigate to={answerOnPage(record)} replace />;
  return <NoRemittance problem={problem} onRetry={again} />;
}
