import { useId } from 'react';
import { useFormats } from '../../browser/speech';
import { Card } from '../design/card';
import { useWords } from '../words';
import { ShareStory } from './share-story';
import { Sum } from './sum';
import type { Balance } from './use-balance';
import './balances.css';

/** Why a client owes what she owes: visit after visit, down to the words in the payer's file; and that it adds up. */
export function WhyCard({ balance }: { readonly balance: Balance }) {
  const say = useWords();
  const formats = useFormats();
  const id = useId();
  const { clientName: name, shares, payments, balanceCents } = balance;
  const left = shares.reduce((sum, { cents }) => sum + cents, 0);
  const paid = payments.filter(({ voidedAt }) => voidedAt === null).reduce((sum, { cents }) => sum + cents, 0);
  return (
    <section aria-labelledby={id} className="stack">
      <div>
        <h2 id={id}>{say('balances.why.title')}</h2>
        <p className="small muted">
          {say(shares.length === 0 ? 'balances.why.nothing' : 'balances.why.lead', { name })}
        </p>
      </div>
      {shares.map((share) => (
        <ShareStory key={`${share.claimId} ${share.chargeId}`} share={share} />
      ))}
      {(left !== 0 || paid !== 0) && (
        <Card padded className="balance-together">
          <h3>{say('balances.why.together')}</h3>
          <Sum
            parts={[
              { id: 'left', term: say('balances.why.left'), value: formats.money(left) },
              { id: 'paid', term: say('balances.why.paid'), value: formats.money(0 - paid) },
              { id: 'balance', term: say('balances.why.balance'), value: formats.money(balanceCents), total: true },
            ]}
          />
        </Card>
      )}
    </section>
  );
}
