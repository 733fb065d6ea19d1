import { Ellipsis, FileCode, FileX } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { ClaimDetailView } from '../../api/claims/claim.contract';
import { useMay } from '../../browser/session/use-session';
import { useFormats } from '../../browser/speech';
import { useUrlFilter } from '../data/url-filter';
import { useWhole } from '../data/use-whole';
import { Button } from '../design/button';
import { ButtonLink } from '../design/button-link';
import { Link } from '../design/link';
import { Menu } from '../design/menu';
import { Tabs } from '../design/tabs';
import { clientPath } from '../paths';
import { NoRecord } from '../shell/no-record';
import { Page } from '../shell/page';
import { ChangedMark } from '../since/changed-mark';
import { RecordSinceLine } from '../since/record-since-line';
import type { Since } from '../since/use-since';
import { useWords } from '../words';
import { ActDialog } from './act-dialog';
import { type ClaimAct, actsOf } from './claim-acts';
import { ClaimFiles } from './claim-files';
import { ClaimHistory } from './claim-history';
import { ClaimMoney } from './claim-money';
import { ClaimStatePill } from './claim-state-pill';
import { ClaimTrouble } from './claim-trouble';
import { ClaimVisit } from './claim-visit';
import { useClaimSince } from './use-claim-since';
import { useClaimWords } from './use-claim-words';
import './claims.css';

/** Everything of one claim: what is wrong and what helps, its money, its visit, its files, what happened and happens next. */
export function ClaimPage() {
  const say = useWords();
  const { id = '' } = useParams();
  const { record, problem, again } = useWhole<ClaimDetailView>('claims', id, 'money');
  if (record) return <Claim key={record.id} claim={record} />;
  return (
    <NoRecord
      area="claims"
      title={say('claims.title')}
      problem={problem}
      onRetry={again}
      gone={{
        icon: FileX,
        title: say('claims.page.gone.title'),
        text: say('claims.page.gone.text'),
        action: <ButtonLink to="/claims">{say('claims.page.gone.list')}</ButtonLink>,
      }}
    />
  );
}

function Claim({ claim }: { readonly claim: ClaimDetailView }) {
  const say = useWords();
  const formats = useFormats();
  const [acting, setActing] = useState<ClaimAct>();
  const { since, events } = useClaimSince(claim);
  const { changes } = since;
  const { clientId, clientName, payerId, payerName, controlNumber, chargeCents } = claim;
  return (
    <Page
      area="claims"
      crumbs={[
        { to: '/claims', name: say('claims.title') },
        { to: `/claims?payer=${payerId}`, name: payerName },
        { name: controlNumber },
      ]}
      title={
        <span className="record-title">
          <span>
            <Link to={clientPath(clientId)}>{clientName}</Link> · {formats.money(chargeCents)}
          </span>
          <span className="since-field" {...(changes.has('state') && { 'data-changed': '' })}>
            <ClaimStatePill claim={claim} />
            <ChangedMark change={changes.get('state')} />
          </span>
        </span>
      }
      lead={<Lead claim={claim} />}
      since={<RecordSinceLine since={since} events={events} />}
      actions={
        <>
          <SentFile claim={claim} />
          {claim.trouble === null && <ActsMenu claim={claim} onAct={setActing} />}
        </>
      }
    >
      <div className="page-columns">
        <div className="stack page-column">
          <ClaimTrouble claim={claim} onAct={setActing} />
          <ClaimTabs claim={claim} changes={changes} />
        </div>
        <ClaimHistory claim={claim} changes={changes} />
      </div>
      {acting && <ActDialog claim={claim} act={acting} onClose={() => setActing(undefined)} />}
    </Page>
  );
}

function Lead({ claim }: { readonly claim: ClaimDetailView }) {
  const say = useWords();
  const words = useClaimWords();
  const { payerName, rank, coverage } = claim;
  const payer = [payerName, coverage.planName].filter(Boolean).join(' ');
  const turn =
    rank === 1 ? say('claims.page.first', { payer }) : say('claims.page.further', { payer, rank: String(rank) });
  return (
    <span className="num">
      {words.visit(claim)} · {turn}
    </span>
  );
}

const tabIds = ['money', 'visit', 'files'] as const;

interface ClaimTabsProps {
  readonly claim: ClaimDetailView;
  /** What others changed meanwhile. */
  readonly changes: Since['changes'];
}

function ClaimTabs({ claim, changes }: ClaimTabsProps) {
  const say = useWords();
  const [tab = 'money', setTab] = useUrlFilter('tab', tabIds);
  const contents = { money: ClaimMoney, visit: ClaimVisit, files: ClaimFiles };
  return (
    <div className="claim-tabs">
      <Tabs
        label={say('claims.page.tabs.label')}
        selected={tab}
        onSelect={(id) => setTab(id === 'money' ? undefined : id)}
        tabs={tabIds.map((id) => {
          const Content = contents[id];
          return {
            id,
            name: say(`claims.page.tabs.${id}`),
            renderContent: () => <Content claim={claim} changes={changes} />,
          };
        })}
      />
    </div>
  );
}

/** The 837 that it left in, at one press. */
function SentFile({ claim }: { readonly claim: ClaimDetailView }) {
  const say = useWords();
  const sent = claim.files.find(({ kind }) => kind === '837');
  if (!sent) return null;
  return (
    <ButtonLink icon={FileCode} to={`?tab=files&file=${sent.id}`}>
      {say('claims.files.open')}
    </ButtonLink>
  );
}

/** What can be done with a claim that waits for nobody. */
function ActsMenu({ claim, onAct }: { readonly claim: ClaimDetailView; readonly onAct: (act: ClaimAct) => void }) {
  const say = useWords();
  const acts = actsOf(claim);
  if (!useMay('billing.change') || acts.length === 0) return null;
  const label = say('claims.acts.more');
  return (
    <Menu
      label={label}
      align="end"
      groups={[
        {
          id: 'acts',
          items: acts.map((act) => ({ id: act, name: say(`claims.acts.${act}.name`), onSelect: () => onAct(act) })),
        },
      ]}
      renderTrigger={(trigger) => (
        <Button icon={Ellipsis} {...trigger}>
          {label}
        </Button>
      )}
    />
  );
}
