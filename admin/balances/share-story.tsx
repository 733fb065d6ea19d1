import { useId } from 'react';
import { useFormats, useSpeech } from '../../browser/speech';
import { useMay } from '../../browser/session/use-session';
import { Card } from '../design/card';
import { Disclosure } from '../design/disclosure';
import { Link } from '../design/link';
import { Pill } from '../design/pill';
import { claimPath, remittancePath } from '../paths';
import { SegmentsTable } from '../remittances/segments-table';
import { useWords } from '../words';
import { Sum } from './sum';
import type { Share } from './use-balance';
import { useShareParts } from './use-share-parts';
import './balances.css';

/** One visit: from what it cost to what is still open, and every word of a payer that made it so. */
export function ShareStory({ share }: { readonly share: Share }) {
  const say = useWords();
  const formats = useFormats();
  const id = useId();
  const parts = useShareParts(share);
  const mayOpen = useMay('billing.read');
  const { serviceDay, code, openCents, controlNumber, claimId, steps } = share;
  return (
    <Card as="section" padded className="share" aria-labelledby={id}>
      <div className="row wrap">
        <h3 id={id} className="grow">
          {serviceDay === null
            ? say('balances.why.visitUnknown')
            : say('balances.why.visit', { day: formats.calendarDate(serviceDay) })}{' '}
          {code !== null && <span className="muted num">{code}</span>}
        </h3>
        {openCents > 0 ? (
          <Pill tone="care">{say('balances.why.open', { amount: formats.money(openCents) })}</Pill>
        ) : (
          <Pill tone="good">{say('balances.why.settled')}</Pill>
        )}
      </div>
      <Sum parts={parts} />
      <ul className="share-steps">
        {steps.map((step) => (
          <StepLine key={`${step.entryId} ${step.cents} ${step.adjustment?.reason ?? ''}`} step={step} />
        ))}
      </ul>
      {mayOpen && controlNumber !== null && (
        <p className="small">
          <Link to={claimPath(claimId)}>{say('balances.why.claim', { number: controlNumber })}</Link>
        </p>
      )}
    </Card>
  );
}

type Step = Share['steps'][number];

/** What a payer said, in words; and where it says so. */
function StepLine({ step }: { readonly step: Step }) {
  const say = useWords();
  const formats = useFormats();
  const { sayIfKnown } = useSpeech();
  const { code, cents, adjustment, source } = step;
  const payer = source?.payerName ?? say('balances.why.insurer');
  const what = (adjustment && sayIfKnown(`balances.why.parts.${adjustment.reason}`)) ?? say('balances.why.parts.other');
  const sentence = (): string => {
    const amount = formats.money(cents);
    if (code === 'decided') return say('balances.why.steps.decided', { payer, amount, what });
    return code === 'taken_back'
      ? say('balances.why.steps.taken_back', { payer, amount })
      : say(`balances.why.steps.${code}`, { amount });
  };
  return (
    <li>
      <p>
        {sentence()} {adjustment && <Pill>{[adjustment.group, adjustment.reason].join('-')}</Pill>}
      </p>
      {source && <Source source={source} />}
    </li>
  );
}

function Source({ source }: { readonly source: NonNullable<Step['source']> }) {
  const say = useWords();
  const formats = useFormats();
  const { remittanceId, remittanceClaimId, traceNumber, paidOn, fileName, offset } = source;
  const name =
    paidOn === null
      ? say('balances.why.remittanceUndated', { number: traceNumber })
      : say('balances.why.remittance', { number: traceNumber, day: formats.calendarDate(paidOn) });
  return (
    <div className="small share-source">
      <Link to={remittancePath(remittanceId)}>{name}</Link>
      <Disclosure summary={say('balances.why.segment')}>
        <p className="muted num">{say('balances.why.segmentIn', { file: fileName, offset })}</p>
        <SegmentsTable remittanceClaimId={remittanceClaimId} marked={offset} />
      </Disclosure>
    </div>
  );
}
