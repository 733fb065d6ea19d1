import { CircleAlert, Scale } from 'lucide-react';
import { useId } from 'react';
import type { RemittanceDetail } from '../../api/remittances/remittance.contract';
import { useFormats } from '../../browser/speech';
import { Sum, type SumPart } from '../balances/sum';
import { Card } from '../design/card';
import { classes } from '../design/classes';
import { Icon } from '../design/icon';
import { useWords } from '../words';
import './remittances.css';

/** Where each cent of the payment is, and that it adds up. */
export function MoneyCard({ remittance: { totals, paidCents } }: { readonly remittance: RemittanceDetail }) {
  const say = useWords();
  const formats = useFormats();
  const id = useId();
  const { postedCents, waitingCents, setAsideCents, elsewhereCents, adjustedCents, offCents } = totals;
  const ties = offCents === 0;
  const part = (
    of: 'posted' | 'waiting' | 'setAside' | 'elsewhere' | 'adjusted' | 'paid',
    cents: number,
    more: Pick<SumPart, 'care' | 'total'> = {},
  ): SumPart => ({ id: of, term: say(`remittances.money.${of}`), value: formats.money(cents), ...more });
  const parts: readonly (SumPart | false)[] = [
    part('posted', postedCents),
    waitingCents !== 0 && part('waiting', waitingCents, { care: true }),
    setAsideCents !== 0 && part('setAside', setAsideCents),
    elsewhereCents !== 0 && part('elsewhere', elsewhereCents),
    adjustedCents !== 0 && part('adjusted', 0 - adjustedCents),
    part('paid', paidCents, { total: true }),
  ];
  return (
    <Card as="section" padded aria-labelledby={id} className="remittance-money">
      <h2 id={id}>{say('remittances.money.title')}</h2>
      <Sum parts={parts.filter((one) => one !== false)} />
      <p className={classes('small', 'remittance-ties', !ties && 'care')}>
        <Icon of={ties ? Scale : CircleAlert} size="small" />
        {ties ? say('remittances.money.ties') : say('remittances.money.off', { amount: formats.money(offCents) })}
      </p>
      <Beside totals={totals} />
    </Card>
  );
}

function Beside({ totals: { contractualCents, deniedCents, clientCents } }: Pick<RemittanceDetail, 'totals'>) {
  const say = useWords();
  const formats = useFormats();
  if (contractualCents === 0 && deniedCents === 0 && clientCents === 0) return null;
  const part = (of: 'contractual' | 'denied' | 'client', cents: number): SumPart => ({
    id: of,
    term: say(`remittances.money.${of}`),
    value: formats.money(cents),
    care: of === 'denied',
  });
  return (
    <>
      <h3>{say('remittances.money.beside')}</h3>
      <Sum
        parts={[
          part('contractual', contractualCents),
          ...(deniedCents === 0 ? [] : [part('denied', deniedCents)]),
          part('client', clientCents),
        ]}
      />
    </>
  );
}
