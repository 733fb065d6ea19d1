import { useId, useState } from 'react';
import { useMay } from '../../browser/session/use-session';
import { useFormats } from '../../browser/speech';
import { Button } from '../design/button';
import { Card } from '../design/card';
import { Pill } from '../design/pill';
import { useWords } from '../words';
import type { Balance, Payment } from './use-balance';
import { VoidPaymentDialog } from './void-payment-dialog';
import './balances.css';

/** What the client has paid, the latest first; what was entered by mistake can be made void. */
export function PaymentsCard({ balance }: { readonly balance: Balance }) {
  const say = useWords();
  const id = useId();
  const [voiding, setVoiding] = useState<Payment>();
  const latest = balance.payments.toReversed();
  return (
    <Card as="aside" padded className="stack" aria-labelledby={id}>
      <h2 id={id}>{say('balances.payments.title')}</h2>
      {latest.length === 0 && <p className="muted">{say('balances.payments.none')}</p>}
      <ul className="payments">
        {latest.map((payment) => (
          <PaymentLine key={payment.id} payment={payment} onVoid={() => setVoiding(payment)} />
        ))}
      </ul>
      {voiding && <VoidPaymentDialog balance={balance} payment={voiding} onClose={() => setVoiding(undefined)} />}
    </Card>
  );
}

interface PaymentLineProps {
  readonly payment: Payment;
  readonly onVoid: () => void;
}

function PaymentLine({ payment, onVoid }: PaymentLineProps) {
  const say = useWords();
  const formats = useFormats();
  const may = useMay('payments.take');
  const { cents, method, reference, takenAt, voidedAt } = payment;
  return (
    <li>
      <div className="grow">
        <strong className="num">{formats.money(cents)}</strong> {say(`balances.methods.${method}`)}{' '}
        {voidedAt !== null && <Pill>{say('balances.payments.void')}</Pill>}
        <p className="small muted num">{[formats.dayTime(takenAt), reference].filter(Boolean).join(' · ')}</p>
      </div>
      {may && voidedAt === null && (
        <Button size="small" kind="quiet" onClick={onVoid}>
          {say('balances.payments.take')}
        </Button>
      )}
    </li>
  );
}
