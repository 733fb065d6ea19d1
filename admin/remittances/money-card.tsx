import { CircleAlert, Scale } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import type { RemittanceDetail } from '../../api/remittances/remittance.contract';
import { useFormats } from '../../browser/speech';
import { Card } from '../design/card';
import { classes } from '../design/classes';
import { Icon } from '../design/icon';
import { useWords } from '../words';
import './remittances.css';

/** Where each cent of the payment is, and that it adds up. */
export function MoneyCard({ remittance: { totals, paidCents } }: { readonly remittance: RemittanceDetail }) {
  const say = useWords();
  const id = useId();
  const { postedCents, waitingCents, setAsideCents, elsewhereCents, adjustedCents, offCents } = totals;
  const ties = offCents === 0;
  const formats = useFormats();
  return (
    <Card as="section" padded aria-labelledby={id} className="remittance-money">
      <h2 id={id}>{say('remittances.money.title')}</h2>
      <dl className="remittance-sum num">
        <Part term={say('remittances.money.posted')} cents={postedCents} />
        {waitingCents !== 0 && <Part term={say('remittances.money.waiting')} cents={waitingCents} care />}
        {setAsideCents !== 0 && <Part term={say('remittances.money.setAside')} cents={setAsideCents} />}
        {elsewhereCents !== 0 && <Part term={say('remittances.money.elsewhere')} cents={elsewhereCents} />}
        {adjustedCents !== 0 && <Part term={say('remittances.money.adjusted')} cents={0 - adjustedCents} />}
        <Part term={say('remittances.money.paid')} cents={paidCents} total />
      </dl>
      <p className={classes('small', 'remittance-ties', !ties && 'care')}>
        <Icon of={ties ? Scale : CircleAlert} size="small" />
        {ties ? say('remittances.money.ties') : say('remittances.money.off', { amount: formats.money(offCents) })}
      </p>
      <Beside totals={totals} />
    </Card>
  );
}

function Beside({ totals }: Pick<RemittanceDetail, 'totals'>) {
  const say = useWords();
  const { contractualCents, deniedCents, clientCents } = totals;
  if (contractualCents === 0 && deniedCents === 0 && clientCents === 0) return null;
  return (
    <>
      <h3>{say('remittances.money.beside')}</h3>
      <dl className="remittance-sum num">
        <Part term={say('remittances.money.contractual')} cents={contractualCents} />
        {deniedCents !== 0 && <Part term={say('remittances.money.denied')} cents={deniedCents} care />}
        <Part term={say('remittances.money.client')} cents={clientCents} />
      </dl>
    </>
  );
}

interface PartProps {
  readonly term: ReactNode;
  readonly cents: number;
  readonly care?: boolean;
  readonly total?: boolean;
}

function Part({ term, cents, care, total }: PartProps) {
  const formats = useFormats();
  return (
    <div className={classes(total && 'remittance-sum-total')}>
      <dt>{term}</dt>
      <dd className={classes(care && 'care')}>{formats.money(cents)}</dd>
    </div>
  );
}
