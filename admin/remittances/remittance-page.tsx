import { FileCheck2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { RemittanceDetail } from '../../api/remittances/remittance.contract';
import { useMay } from '../../browser/session/use-session';
import { useFormats } from '../../browser/speech';
import { useWhole } from '../data/use-whole';
import { Button } from '../design/button';
import { Page } from '../shell/page';
import { TimelineCard } from '../timeline/timeline-card';
import { useWords } from '../words';
import { AdjustmentsCard } from './adjustments-card';
import { ClaimsCard } from './claims-card';
import { MoneyCard } from './money-card';
import { NoRemittance } from './no-remittance';
import { ReleaseDialog } from './release-dialog';
import { RemittanceFacts } from './remittance-facts';
import { RemittanceNext } from './remittance-next';
import { RemittanceStatePill } from './remittance-state-pill';
import { ReviewCard } from './review-card';
import { UndoDialog } from './undo-dialog';
import { useRemittanceWords } from './use-remittance-words';
import './remittances.css';

/** Everything of one payment: what came, where each cent is, what the payer says of each claim, and what waits for a person. */
export function RemittancePage() {
  const { id = '' } = useParams();
  const { record, problem, again } = useWhole<RemittanceDetail>('remittances', id, 'totals');
  if (record) return <Remittance key={record.id} remittance={record} />;
  return <NoRemittance problem={problem} onRetry={again} />;
}

function Remittance({ remittance }: { readonly remittance: RemittanceDetail }) {
  const say = useWords();
  const formats = useFormats();
  const { id, traceNumber, paidCents, payerName, state, review } = remittance;
  return (
    <Page
      area="remittances"
      crumbs={[
        { to: '/remittances', name: say('remittances.title') },
        { name: say('remittances.page.crumb', { number: traceNumber }) },
      ]}
      title={
        <span className="record-title">
          <span>{say('remittances.page.from', { amount: formats.money(paidCents), payer: payerName })}</span>
          <RemittanceStatePill state={state} />
        </span>
      }
      lead={<Lead remittance={remittance} />}
      actions={
        <>
          <LetIn remittance={remittance} />
          <TakeBack remittance={remittance} />
        </>
      }
    >
      <div className="stack">
        <RemittanceNext remittance={remittance} />
        {review > 0 && <ReviewCard remittanceId={id} />}
        <div className="page-columns">
          <div className="stack page-column">
            <MoneyCard remittance={remittance} />
            <AdjustmentsCard adjustments={remittance.adjustments} />
          </div>
          <div className="stack">
            <RemittanceFacts remittance={remittance} />
            <TimelineCard filter={{ entity: 'remittance', refId: id }} />
          </div>
        </div>
        <ClaimsCard remittance={remittance} />
      </div>
    </Page>
  );
}

function Lead({ remittance: { method, traceNumber, paidOn, claims } }: { readonly remittance: RemittanceDetail }) {
  const say = useWords();
  const formats = useFormats();
  const words = useRemittanceWords();
  const parts = [
    `${words.method(method)} ${traceNumber}`,
    paidOn !== null && say('remittances.page.paidOn', { when: formats.calendarDate(paidOn) }),
    say('remittances.page.claims', { count: claims }),
  ];
  return <span className="num">{parts.filter(Boolean).join(' · ')}</span>;
}

/** A payment that is set aside for its number alone. */
function LetIn({ remittance }: { readonly remittance: RemittanceDetail }) {
  const say = useWords();
  const [asking, setAsking] = useState(false);
  const may = useMay('billing.change');
  const waits = remittance.state === 'quarantined' && remittance.reason === 'same_number_other_content';
  if (!may || (!waits && !asking)) return null;
  return (
    <>
      <Button icon={FileCheck2} onClick={() => setAsking(true)}>
        {say('remittances.release.action')}
      </Button>
      {asking && <ReleaseDialog remittance={remittance} onClose={() => setAsking(false)} />}
    </>
  );
}

function TakeBack({ remittance }: { readonly remittance: RemittanceDetail }) {
  const say = useWords();
  const [asking, setAsking] = useState(false);
  const may = useMay('billing.change');
  const stands = remittance.state === 'posted' || remittance.state === 'posting';
  if (!may || (!stands && !asking)) return null;
  return (
    <>
      <Button icon={Undo2} onClick={() => setAsking(true)}>
        {say('remittances.undo.action')}
      </Button>
      {asking && <UndoDialog remittance={remittance} onClose={() => setAsking(false)} />}
    </>
  );
}
