import { Check, Minus, X } from 'lucide-react';
import { useId } from 'react';
import type { CandidateView, RemittanceClaimDetail } from '../../api/remittances/claim.contract';
import { useFormats } from '../../browser/speech';
import { classes } from '../design/classes';
import { type Consequence, ConsequenceList } from '../design/consequence-list';
import { Icon } from '../design/icon';
import { Link } from '../design/link';
import { Table } from '../design/table';
import type { Column } from '../design/table-column';
import { VisuallyHidden } from '../design/visually-hidden';
import { claimPath } from '../paths';
import { useWords } from '../words';
import { SaidLines } from './said-lines';
import './remittances.css';

type Fact = CandidateView['facts'][number];

interface BesideProps {
  readonly said: RemittanceClaimDetail;
  readonly candidate: CandidateView | undefined;
  /** A person chose the claim. */
  readonly chosen: boolean;
}

/** What the payer says beside our claim: what agrees, what differs, and what posting would do. */
export function Beside({ said, candidate, chosen }: BesideProps) {
  const say = useWords();
  if (!candidate)
    return (
      <>
        <p className="soft">{say('remittances.review.noCandidate')}</p>
        <SaidLines claim={said} payerName={say('remittances.review.theySay')} />
      </>
    );
  return (
    <>
      {chosen && <p className="soft">{say('remittances.review.chosen')}</p>}
      <Facts candidate={candidate} />
      <Effect candidate={candidate} />
    </>
  );
}

function Facts({ candidate }: { readonly candidate: CandidateView }) {
  const say = useWords();
  const value = useFactValue();
  const columns: readonly Column<Fact>[] = [
    {
      id: 'fact',
      header: say('remittances.review.fact'),
      renderCell: ({ field, agrees }) => <FactName name={say(`remittances.review.fields.${field}`)} agrees={agrees} />,
    },
    {
      id: 'theirs',
      header: say('remittances.review.theySay'),
      renderCell: ({ field, theirs }) => <span className="num">{value(field, theirs)}</span>,
    },
    {
      id: 'ours',
      header: say('remittances.review.weHave', { number: candidate.controlNumber }),
      renderCell: ({ field, ours }) => <span className="num">{value(field, ours)}</span>,
    },
  ];
  return (
    <Table<Fact>
      caption={say('remittances.review.compareCaption')}
      columns={columns}
      rows={candidate.facts}
      rowKey={({ field }) => field}
    />
  );
}

const looks = {
  yes: { icon: Check, className: 'fact-agrees', word: 'agrees' },
  no: { icon: X, className: 'fact-differs', word: 'differs' },
  unsaid: { icon: Minus, className: 'muted', word: 'unsaid' },
} as const;

/** Which fact it is, and whether both sides agree in it. */
function FactName({ name, agrees }: Pick<Fact, 'agrees'> & { readonly name: string }) {
  const say = useWords();
  const look = looks[agrees === null ? 'unsaid' : agrees ? 'yes' : 'no'];
  return (
    <span className={classes('fact', look.className)}>
      <Icon of={look.icon} size="small" />
      {name}
      <VisuallyHidden> {say(`remittances.review.${look.word}`)}</VisuallyHidden>
    </span>
  );
}

function useFactValue(): (field: Fact['field'], value: Fact['theirs']) => string {
  const say = useWords();
  const formats = useFormats();
  return (field, value) => {
    if (value === null) return say('remittances.review.unsaid');
    if (field === 'charge') return formats.money(Number(value));
    if (field === 'lines') return say('remittances.review.lineCount', { count: Number(value) });
    return field === 'service_day' ? formats.calendarDate(String(value)) : String(value);
  };
}

/** Consequences before consent: what P would do. */
function Effect({ candidate }: { readonly candidate: CandidateView }) {
  const say = useWords();
  const formats = useFormats();
  const id = useId();
  const { effect, hindrance, claimId, controlNumber, clientName, facts } = candidate;
  if (!effect) return hindrance && <p className="care">{say(`remittances.review.cannot.${hindrance}`)}</p>;
  const lines: readonly (Consequence | false)[] = [
    effect.paidCents !== 0 && line('pays', say('remittances.review.pays', { amount: formats.money(effect.paidCents) })),
    effect.contractualCents !== 0 &&
      line('takesOff', say('remittances.review.takesOff', { amount: formats.money(effect.contractualCents) })),
    effect.deniedCents !== 0 && {
      ...line('denies', say('remittances.review.denies', { amount: formats.money(effect.deniedCents) })),
      tone: 'care',
    },
    effect.clientCents !== 0 &&
      line('leaves', say('remittances.review.leaves', { amount: formats.money(effect.clientCents) })),
    facts.some(({ field, agrees }) => field === 'lines' && agrees === false) &&
      line('whole', say('remittances.review.asWhole')),
  ];
  return (
    <section aria-labelledby={id}>
      <VisuallyHidden>
        <h4 id={id}>{say('remittances.review.effect', { number: controlNumber, name: clientName })}</h4>
      </VisuallyHidden>
      <p className="small muted">
        <Link to={claimPath(claimId)}>
          {say('remittances.review.effect', { number: controlNumber, name: clientName })}
        </Link>
      </p>
      <ConsequenceList consequences={lines.filter((one) => one !== false)} />
    </section>
  );
}

const line = (id: string, what: string): Consequence => ({ id, what });
