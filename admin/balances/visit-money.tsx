import { HandCoins } from 'lucide-react';
import { useMay } from '../../browser/session/use-session';
import { useFormats } from '../../browser/speech';
import { Card } from '../design/card';
import { Icon } from '../design/icon';
import { Link } from '../design/link';
import { balancePath } from '../paths';
import { useWords } from '../words';
import { paidAtVisit, suggestedCents } from './suggested-cents';
import { TakeButton } from './take-button';
import { type Balance, useBalance } from './use-balance';
import './balances.css';

interface VisitMoneyProps {
  readonly clientId: string;
  readonly visitId: string;
}

/** At a visit: the copay that the card says, what was paid, what the client owes beside it; and taking a payment. */
export function VisitMoney({ clientId, visitId }: VisitMoneyProps) {
  const { balance } = useBalance(clientId, useMay('balances.read'));
  return balance ? <Shown balance={balance} visitId={visitId} /> : null;
}

function Shown({ balance, visitId }: { readonly balance: Balance; readonly visitId: string }) {
  const say = useWords();
  const formats = useFormats();
  const { balanceCents, copayCents, clientId, payments } = balance;
  const paid = paidAtVisit(payments, visitId);
  const due = suggestedCents(balance, visitId).find(({ of }) => of === 'copay')?.cents ?? 0;
  const standing = (): string => {
    const amount = formats.money(Math.abs(balanceCents));
    return say(balanceCents < 0 ? 'balances.visit.credit' : 'balances.visit.owes', { amount });
  };
  const parts = [
    copayCents === null
      ? say('balances.visit.noCopay')
      : say('balances.visit.copay', { amount: formats.money(copayCents) }),
    paid > 0 && say('balances.visit.paid', { amount: formats.money(paid) }),
  ];
  return (
    <Card as="section" padded className="visit-money" {...(due > 0 && { edge: 'care' as const })}>
      <Icon of={HandCoins} />
      <div className="grow">
        <h2>{due > 0 ? say('balances.visit.due', { amount: formats.money(due) }) : say('balances.visit.title')}</h2>
        <p className="small muted num">
          {parts.filter(Boolean).join(' · ')}
          {' · '}
          <Link to={balancePath(clientId)}>{standing()}</Link>
        </p>
      </div>
      <TakeButton balance={balance} visitId={visitId} />
    </Card>
  );
}
