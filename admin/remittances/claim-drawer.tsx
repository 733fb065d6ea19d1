import { useId, useState } from 'react';
import type { RemittanceClaimDetail } from '../../api/remittances/claim.contract';
import { problemOf, problemText } from '../../browser/http/problem-words';
import { useMay } from '../../browser/session/use-session';
import { useFormats, useSpeech } from '../../browser/speech';
import { useWhole } from '../data/use-whole';
import { Button } from '../design/button';
import { ButtonLink } from '../design/button-link';
import { type Definition, DefinitionList } from '../design/definition-list';
import { Drawer } from '../design/dialog';
import { Link } from '../design/link';
import { ProblemNotice } from '../design/problem-notice';
import { Skeleton } from '../design/skeleton';
import { useAct } from '../form/use-act';
import { claimPath, clientPath } from '../paths';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { alsoChanges } from './also-changes';
import { SaidStatePill } from './remittance-state-pill';
import { SaidLines } from './said-lines';
import { SegmentsTable } from './segments-table';
import { useRemittanceWords } from './use-remittance-words';
import './remittances.css';

interface ClaimDrawerProps {
  readonly id: string;
  readonly payerName: string;
  readonly onClose: () => void;
}

/** What a payer says of one claim: line by line, and in the very segments of the file. */
export function ClaimDrawer({ id, payerName, onClose }: ClaimDrawerProps) {
  const say = useWords();
  const { record, problem } = useWhole<RemittanceClaimDetail>('remittance-claims', id, 'lines');
  return (
    <Drawer
      title={say('remittances.claim.title')}
      lead={
        record && record.clientId !== null ? (
          <Link to={clientPath(record.clientId)}>{record.clientName}</Link>
        ) : (
          payerName
        )
      }
      onClose={onClose}
      footer={
        record &&
        record.claimId !== null && (
          <ButtonLink to={claimPath(record.claimId)}>{say('remittances.claim.openClaim')}</ButtonLink>
        )
      }
    >
      {record && <Claim claim={record} payerName={payerName} />}
      {!record && <ProblemNotice problem={problem} />}
      {!record && !problem && <Skeleton shape="lines" count={8} />}
    </Drawer>
  );
}

function Claim({ claim, payerName }: { readonly claim: RemittanceClaimDetail; readonly payerName: string }) {
  const words = useRemittanceWords();
  return (
    <>
      <div className="row wrap">
        <SaidStatePill state={claim.state} />
        {claim.state === 'review' && <span>{words.review(claim.reason)}</span>}
        {claim.state === 'set_aside' && <Reopen claim={claim} />}
      </div>
      <Facts claim={claim} />
      <SaidLines claim={claim} payerName={payerName} />
      <InTheFile id={claim.id} />
    </>
  );
}

/** What was set aside waits for a person again. */
function Reopen({ claim }: { readonly claim: RemittanceClaimDetail }) {
  const say = useWords();
  const speech = useSpeech();
  const { toasts } = useProgram();
  const may = useMay('billing.change');
  const { act, busy } = useAct('remittance-claims', { alsoChanges });
  if (!may) return null;
  const reopen = () => {
    act({ id: claim.id, verb: 'reopen', version: claim.version }).then(
      () => toasts.add({ text: say('remittances.review.wasReopened'), tone: 'good' }),
      (error: unknown) => toasts.add({ text: problemText(speech, problemOf(error)).title, tone: 'bad' }),
    );
  };
  return (
    <Button size="small" busy={busy} onClick={reopen}>
      {say('remittances.review.reopen')}
    </Button>
  );
}

function Facts({ claim }: { readonly claim: RemittanceClaimDetail }) {
  const say = useWords();
  const formats = useFormats();
  const words = useRemittanceWords();
  const { patientName, controlNumber, payerControlNumber, status, chargeCents, paidCents, resolvedBy } = claim;
  const fact = (
    of: 'patient' | 'number' | 'payerNumber' | 'how' | 'resolvedBy',
    value: Definition['value'],
  ): Definition => ({ id: of, term: say(`remittances.claim.${of}`), value });
  return (
    <DefinitionList
      items={[
        ...(patientName === null ? [] : [fact('patient', patientName)]),
        fact('number', <span className="num">{controlNumber}</span>),
        ...(payerControlNumber === null
          ? []
          : [fact('payerNumber', <span className="num">{payerControlNumber}</span>)]),
        fact('how', words.status(status)),
        { id: 'charged', term: say('remittances.claims.columns.charged'), value: formats.money(chargeCents) },
        { id: 'paid', term: say('remittances.claims.columns.paid'), value: formats.money(paidCents) },
        ...(resolvedBy === null ? [] : [fact('resolvedBy', resolvedBy)]),
      ]}
    />
  );
}

/** The segments, once someone asks for them. */
function InTheFile({ id }: { readonly id: string }) {
  const say = useWords();
  const heading = useId();
  const [shown, setShown] = useState(false);
  return (
    <section aria-labelledby={heading} className="stack">
      <h3 id={heading}>{say('remittances.claim.file')}</h3>
      {shown ? (
        <>
          <p className="small muted">{say('remittances.claim.fileHint')}</p>
          <SegmentsTable remittanceClaimId={id} />
        </>
      ) : (
        <Button size="small" onClick={() => setShown(true)}>
          {say('remittances.claim.showFile')}
        </Button>
      )}
    </section>
  );
}
