import { TakePaymentDialog } from './take-payment-dialog';
import { useBalance } from './use-balance';

interface TakeAtVisitProps {
  readonly clientId: string;
  readonly visitId: string;
  readonly onClose: () => void;
}

/** The same from anywhere that knows the visit alone: it opens once the balance is there. */
export function TakeAtVisit({ clientId, visitId, onClose }: TakeAtVisitProps) {
  const { balance } = useBalance(clientId);
  return balance ? <TakePaymentDialog balance={balance} visitId={visitId} onClose={onClose} /> : null;
}
