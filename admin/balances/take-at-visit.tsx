import { UnreadDialog } from '../form/unread';
import { useWords } from '../words';
import { TakePaymentDialog } from './take-payment-dialog';
import { useBalance } from './use-balance';

interface TakeAtVisitProps {
  readonly clientId: string;
  readonly visitId: string;
  readonly onClose: () => void;
}

/** The same from anywhere that knows the visit alone: it opens once the balance is there, or says why it is not. */
export function TakeAtVisit({ clientId, visitId, onClose }: TakeAtVisitProps) {
  const say = useWords();
  const { balance, problem, again } = useBalance(clientId);
  if (balance) return <TakePaymentDialog balance={balance} visitId={visitId} onClose={onClose} />;
  if (!problem) return null;
  return <UnreadDialog title={say('balances.take.action')} problem={problem} onRetry={again} onClose={onClose} />;
}
