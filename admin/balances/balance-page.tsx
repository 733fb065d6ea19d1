import { User, UserX } from 'lucide-react';
import { useParams } from 'react-router';
import { ButtonLink } from '../design/button-link';
import { clientPath } from '../paths';
import { NoRecord } from '../shell/no-record';
import { Page } from '../shell/page';
import { useWords } from '../words';
import { PaymentsCard } from './payments-card';
import { TakeButton } from './take-button';
import { type Balance, useBalance } from './use-balance';
import { useStanding } from './use-standing';
import { WhyCard } from './why-card';
import './balances.css';

/** What one client owes, why, and what was paid. */
export function BalancePage() {
  const say = useWords();
  const { id = '' } = useParams();
  const { balance, problem, again } = useBalance(id);
  if (balance) return <Shown key={balance.clientId} balance={balance} />;
  return (
    <NoRecord
      area="balances"
      title={say('balances.title')}
      problem={problem}
      onRetry={again}
      gone={{
        icon: UserX,
        title: say('balances.page.gone.title'),
        text: say('balances.page.gone.text'),
        action: <ButtonLink to="/balances">{say('balances.page.gone.list')}</ButtonLink>,
      }}
    />
  );
}

function Shown({ balance }: { readonly balance: Balance }) {
  const say = useWords();
  const standing = useStanding();
  return (
    <Page
      area="balances"
      crumbs={[{ to: '/balances', name: say('balances.title') }, { name: say('balances.page.crumb') }]}
      title={standing(balance)}
      actions={
        <>
          <ButtonLink to={clientPath(balance.clientId)} icon={User}>
            {say('balances.page.client')}
          </ButtonLink>
          <TakeButton balance={balance} />
        </>
      }
    >
      <div className="page-columns">
        <div className="page-column">
          <WhyCard balance={balance} />
        </div>
        <PaymentsCard balance={balance} />
      </div>
    </Page>
  );
}
