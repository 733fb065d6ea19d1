import { useFormats } from '../../browser/speech';
import { ButtonLink } from '../design/button-link';
import { ProblemNotice } from '../design/problem-notice';
import { Skeleton } from '../design/skeleton';
import { balancePath } from '../paths';
import { useWords } from '../words';
import { TakeButton } from './take-button';
import { useBalance } from './use-balance';
import { useStanding } from './use-standing';
import { WhyCard } from './why-card';
import './balances.css';

/** What the client of this page owes, and why. */
export function ClientBalance({ clientId }: { readonly clientId: string }) {
  const say = useWords();
  const formats = useFormats();
  const standing = useStanding();
  const { balance, problem } = useBalance(clientId);
  if (!balance) return problem ? <ProblemNotice problem={problem} /> : <Skeleton shape="lines" count={6} />;
  const latest = balance.payments.findLast(({ voidedAt }) => voidedAt === null);
  return (
    <div className="stack client-balance">
      <div className="row wrap">
        <div className="grow">
          <strong>{standing(balance)}</strong>
          {latest && (
            <div className="small muted num">
              {say('balances.columns.lastPaid')} {formats.date(latest.takenAt)}
            </div>
          )}
        </div>
        <ButtonLink to={balancePath(clientId)}>{say('balances.visit.open')}</ButtonLink>
        <TakeButton balance={balance} />
      </div>
      <WhyCard balance={balance} />
    </div>
  );
}
