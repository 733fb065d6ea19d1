import { CheckCheck } from 'lucide-react';
import type { AgingView, getAging } from '../../api/reports/report.contract';
import { debtAges } from './report-kinds';
import { useFormats } from '../../browser/speech';
import { BarChart } from '../design/bar-chart';
import { Card } from '../design/card';
import { EmptyState } from '../design/empty-state';
import { useWords } from '../words';
import { AgesTable, type AgesRow } from './ages-table';
import { ReportPage } from './report-page';

/** What insurers and clients owe, and for how long. */
export const AgingPage = () => (
  <ReportPage<typeof getAging> report="aging" renderReport={(view) => <Aging {...view} />} />
);

const sums = (rows: readonly { readonly ages: readonly number[] }[]): readonly number[] =>
  debtAges.map((_, at) => rows.reduce((sum, { ages }) => sum + (ages[at] ?? 0), 0));

function Aging(view: AgingView) {
  const say = useWords();
  const formats = useFormats();
  const owed = useOwedRows(view);
  const { insurers, clients, denied, owedCents } = view;
  if (insurers.length === 0 && denied.length === 0 && clients.cents === 0 && clients.creditCents === 0)
    return (
      <EmptyState icon={CheckCheck} title={say('reports.aging.none.title')}>
        {say('reports.aging.none.text')}
      </EmptyState>
    );
  const ofInsurers = sums(insurers);
  return (
    <>
      <Card padded className="stack">
        <div>
          <div className="report-figure">{formats.money(owedCents)}</div>
          <div className="small soft">{say('reports.aging.figure')}</div>
        </div>
        <BarChart
          label={say('reports.aging.chart')}
          series={[
            { id: 'insurers', name: say('reports.aging.insurers'), tone: 'accent' },
            { id: 'clients', name: say('reports.aging.clients'), tone: 'info' },
          ]}
          bars={debtAges.map((age, at) => ({
            id: age,
            name: say(`reports.shortAges.${age}`),
            longName: say(`reports.ages.${age}`),
            parts: [ofInsurers[at] ?? 0, clients.ages[at] ?? 0],
          }))}
          formatShort={(value) => formats.roundMoney(value)}
          format={(value) => formats.money(value)}
        />
      </Card>
      <AgesTable caption={say('reports.aging.table')} rows={owed} total={say('reports.aging.owed')} />
      {denied.length > 0 && (
        <section className="stack">
          <h2>{say('reports.aging.denied')}</h2>
          <AgesTable
            caption={say('reports.aging.denied')}
            rows={denied.map(({ payerId, name, ages, cents }) => ({
              id: payerId ?? '',
              name: name ?? say('reports.aging.nobody'),
              to: claimsOf('denied', payerId),
              ages,
              cents,
            }))}
            total={say('reports.aging.deniedTotal')}
          />
        </section>
      )}
    </>
  );
}

const claimsOf = (show: string | undefined, payerId: string | null): string =>
  `/claims?${new URLSearchParams({ ...(show !== undefined && { show }), ...(payerId !== null && { payer: payerId }) }).toString()}`;

function useOwedRows({ insurers, clients }: AgingView): readonly AgesRow[] {
  const say = useWords();
  return [
    ...insurers.map((row) => ({
      id: row.payerId ?? '',
      name: row.name ?? say('reports.aging.nobody'),
      to: claimsOf(undefined, row.payerId),
      ages: row.ages,
      cents: row.cents,
    })),
    {
      id: 'clients',
      name: say('reports.aging.clients'),
      to: '/balances',
      ages: clients.ages,
      cents: clients.cents - clients.creditCents,
    },
    ...(clients.creditCents === 0
      ? []
      : [
          {
            id: 'credit',
            name: say('reports.aging.credit'),
            to: '/balances?show=credit',
            ages: undefined,
            cents: clients.creditCents,
          },
        ]),
  ];
}
