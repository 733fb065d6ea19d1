import { debtAges } from './report-kinds';
import { useFormats } from '../../browser/speech';
import { Table } from '../design/table';
import type { Column } from '../design/table-column';
import { useWords } from '../words';

export interface AgesRow {
  readonly id: string;
  readonly name: string;
  /** Where what it is made of stands. */
  readonly to: string;
  /** Undefined where it has no age. */
  readonly ages: readonly number[] | undefined;
  readonly cents: number;
}

interface AgesTableProps {
  readonly caption: string;
  readonly rows: readonly AgesRow[];
  /** What the sum below is called. */
  readonly total: string;
}

/** Who owes how much for how long, and all of it together. */
export function AgesTable({ caption, rows, total }: AgesTableProps) {
  const say = useWords();
  const formats = useFormats();
  const money = (cents: number | undefined) => (cents === undefined || cents === 0 ? '' : formats.money(cents));
  const columns: readonly Column<AgesRow>[] = [
    { id: 'who', header: say('reports.aging.who'), renderCell: ({ name }) => name },
    ...debtAges.map((age, at) => ({
      id: age,
      header: say(`reports.ages.${age}`),
      number: true,
      renderCell: ({ ages }: AgesRow) => money(ages?.[at]),
    })),
    {
      id: 'total',
      header: say('reports.total'),
      number: true,
      renderCell: ({ cents }) => <span className="strong">{formats.money(cents)}</span>,
    },
  ];
  const sumOf = (valueOf: (row: AgesRow) => number) => rows.reduce((sum, row) => sum + valueOf(row), 0);
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      linkTo={({ to }) => to}
      footer={
        <tr>
          <td>{total}</td>
          {debtAges.map((age, at) => (
            <td key={age} className="k-number">
              {money(sumOf(({ ages }) => ages?.[at] ?? 0))}
            </td>
          ))}
          <td className="k-number">{formats.money(sumOf(({ cents }) => cents))}</td>
        </tr>
      }
    />
  );
}
