import { useId } from 'react';
import type { RemittanceDetail } from '../../api/remittances/remittance.contract';
import { useFormats } from '../../browser/speech';
import { Table } from '../design/table';
import type { Column } from '../design/table-column';
import { useWords } from '../words';
import { useRemittanceWords } from './use-remittance-words';
import './remittances.css';

type Adjustment = RemittanceDetail['adjustments'][number];

/** What the payer moved beside the claims (PLB); nothing where it moved nothing. */
export function AdjustmentsCard({ adjustments }: Pick<RemittanceDetail, 'adjustments'>) {
  const say = useWords();
  const formats = useFormats();
  const words = useRemittanceWords();
  const id = useId();
  if (adjustments.length === 0) return null;
  const columns: readonly Column<Adjustment>[] = [
    {
      id: 'kind',
      header: say('remittances.adjustments.kind'),
      renderCell: ({ code }) => (
        <>
          {words.adjustment(code)} <span className="small muted num">{code}</span>
        </>
      ),
    },
    {
      id: 'reference',
      header: say('remittances.adjustments.reference'),
      renderCell: ({ reference }) => reference !== null && <span className="num">{reference}</span>,
    },
    {
      id: 'amount',
      header: say('remittances.adjustments.amount'),
      number: true,
      renderCell: ({ cents }) => formats.money(cents),
    },
  ];
  return (
    <section aria-labelledby={id} className="stack">
      <h2 id={id}>{say('remittances.adjustments.title')}</h2>
      <Table<Adjustment>
        caption={say('remittances.adjustments.caption')}
        columns={columns}
        rows={adjustments}
        rowKey={({ ordinal }) => String(ordinal)}
      />
      <p className="small muted">{say('remittances.adjustments.takes')}</p>
    </section>
  );
}
