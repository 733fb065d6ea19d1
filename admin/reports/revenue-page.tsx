import { Landmark } from 'lucide-react';
import type { RevenueView, getRevenue } from '../../api/reports/report.contract';
import { moneyKinds } from './report-kinds';
import { useFormats } from '../../browser/speech';
import { BarChart, type SeriesTone } from '../design/bar-chart';
import { Card } from '../design/card';
import { EmptyState } from '../design/empty-state';
import { Table } from '../design/table';
import type { Column } from '../design/table-column';
import { useWords } from '../words';
import { ReportPage } from './report-page';

const tones: Readonly<Record<(typeof moneyKinds)[number], SeriesTone>> = {
  insurer: 'accent',
  card: 'info',
  cash: 'care',
  check: 'live',
  other: 'plain',
};

/** The money that came in, month by month. */
export const RevenuePage = () => (
  <ReportPage<typeof getRevenue> report="revenue" renderReport={(view) => <Revenue {...view} />} />
);

function Revenue({ months, payers, cents }: RevenueView) {
  const say = useWords();
  const formats = useFormats();
  if (months.every((month) => moneyKinds.every((kind) => month.kinds[kind] === 0)))
    return (
      <EmptyState icon={Landmark} title={say('reports.revenue.none.title')}>
        {say('reports.revenue.none.text')}
      </EmptyState>
    );
  return (
    <>
      <Card padded className="stack">
        <div>
          <div className="report-figure">{formats.money(cents)}</div>
          <div className="small soft">{say('reports.revenue.figure')}</div>
        </div>
        <BarChart
          label={say('reports.revenue.chart')}
          series={moneyKinds.map((kind) => ({
            id: kind,
            name: say(`reports.revenue.kinds.${kind}`),
            tone: tones[kind],
          }))}
          bars={months.map(({ month, kinds }) => ({
            id: month,
            name: formats.shortMonth(month),
            longName: formats.month(month),
            parts: moneyKinds.map((kind) => kinds[kind]),
          }))}
          formatShort={(value) => formats.roundMoney(value)}
          format={(value) => formats.money(value)}
        />
      </Card>
      <MonthsTable months={months} cents={cents} />
      {payers.length > 0 && <PayersTable payers={payers} />}
    </>
  );
}

type Month = RevenueView['months'][number];

function MonthsTable({ months, cents }: Pick<RevenueView, 'months' | 'cents'>) {
  const say = useWords();
  const formats = useFormats();
  const money = (value: number) => (value === 0 ? '' : formats.money(value));
  const columns: readonly Column<Month>[] = [
    {
      id: 'month',
      header: say('reports.month'),
      renderCell: ({ month }) => <span className="nowrap">{formats.month(month)}</span>,
    },
    ...moneyKinds.map((kind) => ({
      id: kind,
      header: say(`reports.revenue.kinds.${kind}`),
      number: true,
      renderCell: ({ kinds }: Month) => money(kinds[kind]),
    })),
    {
      id: 'total',
      header: say('reports.total'),
      number: true,
      renderCell: (month) => <span className="strong">{formats.money(month.cents)}</span>,
    },
  ];
  return (
    <Table
      caption={say('reports.revenue.byMonth')}
      columns={columns}
      rows={months.toReversed()}
      rowKey={({ month }) => month}
      footer={
        <tr>
          <td>{say('reports.total')}</td>
          {moneyKinds.map((kind) => (
            <td key={kind} className="k-number">
              {money(months.reduce((sum, { kinds }) => sum + kinds[kind], 0))}
            </td>
          ))}
          <td className="k-number">{formats.money(cents)}</td>
        </tr>
      }
    />
  );
}

function PayersTable({ payers }: Pick<RevenueView, 'payers'>) {
  const say = useWords();
  const formats = useFormats();
  return (
    <section className="stack">
      <h2>{say('reports.revenue.byPayer')}</h2>
      <Table
        caption={say('reports.revenue.byPayer')}
        columns={[
          { id: 'payer', header: say('reports.revenue.payer'), renderCell: ({ name }) => name },
          {
            id: 'cents',
            header: say('reports.total'),
            number: true,
            renderCell: ({ cents }) => formats.money(cents),
          },
        ]}
        rows={payers}
        rowKey={({ name }) => name}
      />
    </section>
  );
}
