import type { ReactNode } from 'react';
import type { ResponseOf } from '../../api/http/contract';
import { isDay } from '../../browser/iso-day';
import { useFormats } from '../../browser/speech';
import { Button } from '../design/button';
import { Field } from '../design/field';
import { ProblemNotice } from '../design/problem-notice';
import { Skeleton } from '../design/skeleton';
import { DateInput } from '../design/text-input';
import { Page } from '../shell/page';
import { useWords } from '../words';
import { ReportExport } from './report-export';
import { type ReportId, reports } from './report-ids';
import { type AsOf, useAsOf } from './use-as-of';
import { useReport } from './use-report';
import './reports.css';

interface ReportPageProps<View> {
  readonly report: ReportId;
  readonly renderReport: (view: View) => ReactNode;
}

/** What every report has: its day, its file, how it is counted; and its own charts and tables. */
export function ReportPage<C>({ report, renderReport }: ReportPageProps<ResponseOf<C>>) {
  const say = useWords();
  const formats = useFormats();
  const asOf = useAsOf();
  const { path } = reports[report];
  const { view, busy, problem, again } = useReport<C>(path, asOf.asked);
  return (
    <Page
      area="reports"
      crumbs={[{ to: '/reports', name: say('reports.title') }, { name: say(`reports.${report}.title`) }]}
      title={say(`reports.${report}.title`)}
      lead={say('reports.asOfDay', { day: formats.calendarDate(asOf.day) })}
      actions={
        <>
          <AsOfField {...asOf} />
          <ReportExport path={path} asOf={asOf.asked} />
        </>
      }
    >
      {problem && (
        <ProblemNotice
          problem={problem}
          actions={
            <Button size="small" onClick={again}>
              {say('pieces.retry')}
            </Button>
          }
        />
      )}
      {!view && !problem && <Skeleton shape="page" count={4} />}
      {view !== undefined && !problem && (
        <div className="report stack" aria-busy={busy}>
          {renderReport(view)}
          <section className="report-counted small soft" aria-label={say('reports.counted')}>
            <b>{say('reports.counted')}</b> {say(`reports.${report}.counted`)}
          </section>
        </div>
      )}
    </Page>
  );
}

function AsOfField({ day, today, go }: AsOf) {
  const say = useWords();
  return (
    <div className="report-as-of">
      <Field label={say('reports.asOf')}>
        {(control) => (
          <DateInput
            {...control}
            value={day}
            max={today}
            onChange={(text) => {
              if (isDay(text)) go(text); // while it is being typed it is none
            }}
          />
        )}
      </Field>
      {day !== today && (
        <Button size="small" onClick={() => go(today)}>
          {say('reports.today')}
        </Button>
      )}
    </div>
  );
}
