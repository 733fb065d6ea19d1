import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { AuthorizationView, ClientBillingView, CoverageView } from '../../api/billing/coverage.contract';
import { useMay } from '../../browser/session/use-session';
import { useFormats } from '../../browser/speech';
import { useToday } from '../../browser/use-today';
import { Button } from '../design/button';
import { Field } from '../design/field';
import { ProblemNotice } from '../design/problem-notice';
import { Skeleton } from '../design/skeleton';
import { DateInput } from '../design/text-input';
import { useWords } from '../words';
import { AddCoverageDialog } from './add-coverage-dialog';
import { AddressCard } from './address-card';
import { AddAuthorizationDialog, ChangeAuthorizationDialog } from './authorization-dialog';
import { ChangeCoverageDialog } from './change-coverage-dialog';
import { ClientCharges } from './client-charges';
import { type CoverageAct, CoverageCard } from './coverage-card';
import { freeRank, onDay, standingOn } from './coverage-standing';
import { EndCoverageDialog } from './end-coverage-dialog';
import { useClientBilling } from './use-client-billing';
import './insurance.css';

/** Who pays for a client on a day and at other times, as whom she is billed, and what her visits were billed as. */
export function ClientInsurance({ clientId }: { readonly clientId: string }) {
  const { billing, problem } = useClientBilling(clientId);
  const maySeeCharges = useMay('billing.read');
  if (!billing) return problem ? <ProblemNotice problem={problem} /> : <Skeleton shape="lines" count={6} />;
  return (
    <div className="stack">
      <Insurances billing={billing} />
      {maySeeCharges && <ClientCharges clientId={clientId} />}
    </div>
  );
}

type Open =
  | { readonly act: 'add' }
  | { readonly act: CoverageAct; readonly coverage: CoverageView }
  | { readonly act: 'change-authorization'; readonly authorization: AuthorizationView };

function Insurances({ billing }: { readonly billing: ClientBillingView }) {
  const say = useWords();
  const formats = useFormats();
  const today = useToday();
  const mayChange = useMay('coverage.change');
  const [chosen, setChosen] = useState<string>();
  const [open, setOpen] = useState<Open>();
  const typed = chosen ?? today; // empty while a day is half typed: the page shows today, the field what is typed
  const day = typed === '' ? today : typed;
  const { holding, others } = onDay(billing.coverages, day);
  const dayShown = formats.calendarDate(day);
  const card = (coverage: CoverageView) => (
    <CoverageCard
      key={coverage.id}
      coverage={coverage}
      standing={standingOn(coverage, day)}
      authorizations={billing.authorizations.filter(({ coverageId }) => coverageId === coverage.id)}
      day={day}
      {...(mayChange && {
        onAct: (act: CoverageAct) => setOpen({ act, coverage }),
        onChangeAuthorization: (authorization: AuthorizationView) =>
          setOpen({ act: 'change-authorization', authorization }),
      })}
    />
  );
  return (
    <>
      <div className="insurance-bar">
        <Field label={say('insurance.asOf')}>
          {(control) => <DateInput {...control} value={typed} onChange={setChosen} />}
        </Field>
        {typed !== today && <Button onClick={() => setChosen(undefined)}>{say('insurance.today')}</Button>}
        <span className="grow" />
        {mayChange && (
          <Button icon={Plus} onClick={() => setOpen({ act: 'add' })}>
            {say('insurance.add')}
          </Button>
        )}
      </div>
      <h3>{say('insurance.holding', { day: dayShown })}</h3>
      {holding.length === 0 && <p className="care">{say('insurance.none', { day: dayShown })}</p>}
      {holding.map(card)}
      {others.length > 0 && <h3>{say('insurance.others')}</h3>}
      {others.map(card)}
      <AddressCard billing={billing} mayChange={mayChange} />
      {open && <OpenDialog billing={billing} open={open} day={day} onClose={() => setOpen(undefined)} />}
    </>
  );
}

interface OpenDialogProps {
  readonly billing: ClientBillingView;
  readonly open: Open;
  readonly day: string;
  readonly onClose: () => void;
}

function OpenDialog({ billing, open, day, onClose }: OpenDialogProps) {
  const client = { id: billing.clientId, name: billing.clientName };
  const { holding } = onDay(billing.coverages, day);
  switch (open.act) {
    case 'add':
      return <AddCoverageDialog client={client} rank={freeRank(holding)} fromDay={day} onClose={onClose} />;
    case 'replace':
      return (
        <AddCoverageDialog
          client={client}
          rank={open.coverage.rank}
          fromDay={day > open.coverage.fromDay ? day : ''}
          inPlaceOf={open.coverage}
          onClose={onClose}
        />
      );
    case 'change':
      return <ChangeCoverageDialog coverage={open.coverage} onClose={onClose} />;
    case 'end':
      return <EndCoverageDialog coverage={open.coverage} onClose={onClose} />;
    case 'authorize':
      return <AddAuthorizationDialog coverage={open.coverage} onClose={onClose} />;
    case 'change-authorization':
      return <ChangeAuthorizationDialog of={open.authorization} onClose={onClose} />;
  }
}
