import { HandCoins } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../browser/session/use-session';
import { Button } from '../design/button';
import { useAction } from '../shell/actions';
import { useWords } from '../words';
import { TakePaymentDialog } from './take-payment-dialog';
import type { Balance } from './use-balance';

interface TakeButtonProps {
  readonly balance: Balance;
  /** The visit at which it is taken. */
  readonly visitId?: string | undefined;
}

/** For whoever takes payments: at the desk, or with the mail. */
export function TakeButton(props: TakeButtonProps) {
  return useMay('payments.take') && <Take {...props} />;
}

function Take({ balance, visitId }: TakeButtonProps) {
  const say = useWords();
  const [taking, setTaking] = useState(false);
  const take = () => setTaking(true);
  useAction({ id: 'balance.take', name: say('balances.take.action'), icon: HandCoins, key: 'p', run: take });
  return (
    <>
      <Button kind={visitId === undefined ? 'primary' : 'plain'} icon={HandCoins} keyHint="P" onClick={take}>
        {say('balances.take.action')}
      </Button>
      {taking && <TakePaymentDialog balance={balance} visitId={visitId} onClose={() => setTaking(false)} />}
    </>
  );
}
