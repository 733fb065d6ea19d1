import { Scale } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ClaimDetailView } from '../../api/claims/claim.contract';
import { useFormats } from '../../browser/speech';
import { Icon } from '../design/icon';
import { Pill } from '../design/pill';
import { Table } from '../design/table';
import type { Column } from '../design/table-column';
import { markOf } from '../since/changed-mark';
import type { Since } from '../since/use-since';
import { useWords } from '../words';
import { type MoneyRow, moneyRows, showsWrittenOff } from './money-rows';
import { moneyLineId } from './use-claim-since';
import { useMoneyWords } from './use-money-words';
import './claims.css';

interface ClaimMoneyProps {
  readonly claim: ClaimDetailView;
  /** What others changed meanwhile. */
  readonly changes: Since['changes'];
}

/** Where each cent of the claim is, line by line, and why: as the books have it. */
export function ClaimMoney({ claim, changes }: ClaimMoneyProps) {
  const say = useWords();
  const formats = useFormats();
  const words = useMoneyWords();
  const { money } = claim;
  const withWrittenOff = showsWrittenOff(money);
  const cents = (id: string, header: string, of: (row: MoneyRow) => number): Column<MoneyRow> => ({
    id,
    header,
    number: true,
    renderCell: (row) => formats.money(of(row)),
  });
  const columns: readonly Column<MoneyRow>[] = [
    {
      id: 'line',
      header: say('claims.money.line'),
      renderCell: (row) => <span className="num nowrap">{words.line(row)}</span>,
    },
    cents('charge', say('claims.money.charge'), (row) => row.charge),
    cents('paid', say('claims.money.paid'), (row) => row.paid),
    cents('contract', say('claims.money.contract'), (row) => row.contractual),
    cents('client', say('claims.money.client'), (row) => row.client),
    ...(withWrittenOff ? [cents('writtenOff', say('claims.money.writtenOff'), (row: MoneyRow) => row.writtenOff)] : []),
    {
      id: 'open',
      header: say('claims.money.open'),
      number: true,
      renderCell: (row) => <Open row={row} />,
    },
    { id: 'why', header: say('claims.money.why'), renderCell: (row) => <Why row={row} /> },
  ];
  const rows = moneyRows(money);
  const { whole } = money;
  const sums = [
    whole.charge,
    whole.paid,
    whole.contractual,
    whole.client,
    ...(withWrittenOff ? [whole.writtenOff] : []),
  ];
  return (
    <>
      <Table<MoneyRow>
        caption={say('claims.money.caption')}
        columns={columns}
        rows={rows}
        markOf={({ id }) => markOf(changes.get(moneyLineId(id)))}
        rowKey={({ id }) => id}
        footer={
          <tr>
            <td>{say('claims.money.together')}</td>
            {[...sums, whole.open + whole.denied].map((sum, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- a place in the row is all that a sum is
              <td key={index} className="k-number">
                {formats.money(sum)}
              </td>
            ))}
            <td>{null}</td>
          </tr>
        }
      />
      <p className="claim-ties small muted">
        <Icon of={Scale} />
        <span>{words.ties(claim)}</span>
      </p>
    </>
  );
}

/** What is denied calls for a person, and too much as well; what nobody has decided yet is only waited for. */
function Open({ row: { inDoubt, why } }: { readonly row: MoneyRow }): ReactNode {
  const text = useFormats().money(inDoubt);
  if (inDoubt === 0) return text;
  if (inDoubt < 0) return <strong className="care">{text}</strong>;
  return <strong {...(why.some(({ of }) => of === 'denial') && { className: 'bad' })}>{text}</strong>;
}

function Why({ row }: { readonly row: MoneyRow }) {
  const say = useWords();
  return (
    <div className="claim-why soft">
      {row.why.map(({ of, reasons }) => (
        <span key={of}>
          {say(`claims.money.reasons.${of}`)}{' '}
          {reasons.map((reason) => (
            <Pill key={reason} {...(of === 'denial' && { tone: 'bad' as const })}>
              {reason}
            </Pill>
          ))}
        </span>
      ))}
    </div>
  );
}
