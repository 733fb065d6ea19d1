import { useId } from 'react';
import type { RemittanceClaimDetail } from '../../api/remittances/claim.contract';
import { useFormats, useSpeech } from '../../browser/speech';
import { Pill } from '../design/pill';
import { Table } from '../design/table';
import type { Column } from '../design/table-column';
import { useWords } from '../words';
import './remittances.css';

type Line = RemittanceClaimDetail['lines'][number];
type Adjustment = Line['adjustments'][number];

interface Said {
  readonly key: string;
  /** Undefined: of the claim as a whole. */
  readonly line: Line | undefined;
  readonly adjustments: readonly Adjustment[];
}

interface SaidLinesProps {
  readonly claim: RemittanceClaimDetail;
  readonly payerName: string;
}

/** What the payer did with each line, and why. */
export function SaidLines({ claim, payerName }: SaidLinesProps) {
  const say = useWords();
  const formats = useFormats();
  const id = useId();
  const rows: readonly Said[] = [
    ...claim.lines.map((line, index) => ({ key: String(index), line, adjustments: line.adjustments })),
    ...(claim.adjustments.length > 0 ? [{ key: 'whole', line: undefined, adjustments: claim.adjustments }] : []),
  ];
  const columns: readonly Column<Said>[] = [
    {
      id: 'line',
      header: say('remittances.claim.line'),
      renderCell: ({ line }) =>
        line ? <span className="num">{[line.code, ...line.modifiers].join(' ')}</span> : say('remittances.claim.whole'),
    },
    {
      id: 'charged',
      header: say('remittances.claims.columns.charged'),
      number: true,
      renderCell: ({ line }) => line && formats.money(line.chargeCents),
    },
    {
      id: 'paid',
      header: say('remittances.claims.columns.paid'),
      number: true,
      renderCell: ({ line }) => line && formats.money(line.paidCents),
    },
    {
      id: 'why',
      header: say('remittances.claims.columns.why'),
      renderCell: ({ adjustments }) => (
        <ul>
          {adjustments.map((adjustment) => (
            <Reason key={keyOf(adjustment)} {...adjustment} payerName={payerName} />
          ))}
        </ul>
      ),
    },
  ];
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={id} className="stack">
      <h3 id={id}>{say('remittances.claim.lines')}</h3>
      <Table<Said>
        caption={say('remittances.claim.linesCaption')}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
      />
    </section>
  );
}

/** A payer says each reason of a line once. */
const keyOf = ({ group, reason, cents }: Adjustment): string => `${group}-${reason} ${cents}`;

/** An adjustment in words where there are any, with its amount, and its code in small print. */
function Reason({ group, reason, cents, payerName }: Adjustment & { readonly payerName: string }) {
  const formats = useFormats();
  const { sayIfKnown } = useSpeech();
  const code = `${group}-${reason}`;
  const words =
    sayIfKnown(`remittances.why.${code}`) ?? sayIfKnown(`claims.causes.adjustments.${reason}`, { payer: payerName });
  return (
    <li>
      <span className="num">{formats.money(cents)}</span> {words} <Pill>{code}</Pill>
    </li>
  );
}
