import { useId } from 'react';
import { Card } from '../../admin/design/card';
import { Disclosure } from '../../admin/design/disclosure';
import type { OwnBalance } from '../../api/portal/portal.contract';
import { useFormats } from '../../browser/speech';
import { useWords } from '../words';
import { isTold } from './is-told';
import { useShareStory } from './use-share-story';
import './balance.css';

interface BalanceCardProps {
  readonly balance: OwnBalance;
  /** Whose it is, where one looks after several. */
  readonly forWhom: string | undefined;
}

/** What a client owes, and why, in words; nothing where no visit has cost her anything. */
export function BalanceCard({ balance, forWhom }: BalanceCardProps) {
  const say = useWords();
  const formats = useFormats();
  const id = useId();
  if (!isTold(balance)) return null;
  const { balanceCents, shares, payments } = balance;
  const amount = formats.money(Math.abs(balanceCents));
  const standing = (): string => {
    if (balanceCents === 0) return say('portal.balance.even');
    return say(balanceCents > 0 ? 'portal.balance.owes' : 'portal.balance.credit', { amount });
  };
  return (
    <section aria-labelledby={id} className="portal-balance">
      <h2 id={id}>{say('portal.balance.title')}</h2>
      <Card padded>
        {forWhom !== undefined && <p className="small muted">{say('portal.forWhom', { name: forWhom })}</p>}
        <p>
          <strong className="num">{standing()}</strong>
        </p>
        {shares.length > 0 && (
          <Disclosure summary={say(balanceCents > 0 ? 'portal.balance.why' : 'portal.balance.how')}>
            <ul className="portal-shares">
              {shares.map((share) => (
                <Share key={share.id} share={share} />
              ))}
            </ul>
          </Disclosure>
        )}
        {payments.length > 0 && (
          <Disclosure summary={say('portal.balance.paid')}>
            <ul>
              {payments.map((payment) => (
                <li key={payment.id} className="num">
                  {say('portal.balance.payment', {
                    amount: formats.money(payment.cents),
                    day: formats.date(payment.takenAt),
                  })}
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </Card>
    </section>
  );
}

function Share({ share }: { readonly share: OwnBalance['shares'][number] }) {
  const say = useWords();
  const formats = useFormats();
  const story = useShareStory()(share);
  return (
    <li>
      <h3>{say('portal.balance.visit', { day: formats.calendarDate(share.serviceDay) })}</h3>
      <p className="num">{story.join(' ')}</p>
    </li>
  );
}
