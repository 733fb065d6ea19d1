import type { getAging, getRevenue } from '../../api/reports/report.contract';
import { useFormats } from '../../browser/speech';
import { DefinitionList } from '../design/definition-list';
import { reportPath } from '../reports/report-ids';
import { debtAges } from '../reports/report-kinds';
import { useReport } from '../reports/use-report';
import { useWords } from '../words';
import { Figure, FigureCard } from './figure-card';

/** What came in this month, and in the one before. */
export function MoneyInCard() {
  const say = useWords();
  const formats = useFormats();
  return (
    <FigureCard
      title={say('reports.revenue.title')}
      to={reportPath('revenue')}
      {...useReport<typeof getRevenue>('revenue')}
      renderFigures={({ months, cents }) => {
        const [before, now] = months.slice(-2);
        return (
          <>
            <Figure value={formats.money(now?.cents ?? 0)} of={say('practice.moneyIn.thisMonth')} />
            <DefinitionList
              items={[
                ...(before
                  ? [{ id: 'before', term: formats.month(before.month), value: formats.money(before.cents) }]
                  : []),
                { id: 'year', term: say('practice.moneyIn.year'), value: formats.money(cents) },
              ]}
            />
          </>
        );
      }}
    />
  );
}

/** What is owed, and for how long. */
export function MoneyOwedCard() {
  const say = useWords();
  const formats = useFormats();
  return (
    <FigureCard
      title={say('reports.aging.title')}
      to={reportPath('aging')}
      {...useReport<typeof getAging>('aging')}
      renderFigures={({ insurers, denied, clients, owedCents }) => {
        const ofAge = (at: number) => insurers.reduce((sum, { ages }) => sum + (ages[at] ?? 0), clients.ages[at] ?? 0);
        const disputed = denied.reduce((sum, { cents }) => sum + cents, 0);
        return (
          <>
            <Figure value={formats.money(owedCents)} of={say('reports.aging.figure')} />
            <DefinitionList
              items={[
                ...debtAges.map((age, at) => ({
                  id: age,
                  term: say(`reports.ages.${age}`),
                  value: formats.money(ofAge(at)),
                })),
                ...(clients.creditCents === 0
                  ? []
                  : [{ id: 'credit', term: say('reports.aging.credit'), value: formats.money(clients.creditCents) }]),
                ...(disputed === 0
                  ? []
                  : [{ id: 'denied', term: say('reports.aging.denied'), value: formats.money(disputed) }]),
              ]}
            />
          </>
        );
      }}
    />
  );
}
