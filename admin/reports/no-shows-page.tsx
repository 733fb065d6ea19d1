import { CalendarX2 } from 'lucide-react';
import type { NoShowsView, getNoShows } from '../../api/reports/report.contract';
import { useFormats } from '../../browser/speech';
import { BarChart, type SeriesTone } from '../design/bar-chart';
import { Card } from '../design/card';
import { EmptyState } from '../design/empty-state';
import { Table } from '../design/table';
import type { Column } from '../design/table-column';
import { useWords } from '../words';
import { missedShare } from './missed-share';
import { attendances } from './report-kinds';
import { ReportPage } from './report-page';

const tones: Readonly<Record<(typeof attendances)[number], SeriesTone>> = {
  kept: 'accent',
  missed: 'bad',
  late: 'care',
  undecided: 'plain',
};

/** Who came, who did not, and who cancelled too late. */
export const NoShowsPage = () => (
  <ReportPage<typeof getNoShows> report="noShows" renderReport={(view) => <NoShows {...view} />} />
);

function NoShows(view: NoShowsView) {
  const say = useWords();
  const formats = useFormats();
  const { months, clinicians } = view;
  const share = missedShare(view);
  if (clinicians.length === 0)
    return (
      <EmptyState icon={CalendarX2} title={say('reports.noShows.none.title')}>
        {say('reports.noShows.none.text')}
      </EmptyState>
    );
  return (
    <>
      <Card padded className="stack">
        {share !== undefined && (
          <div>
            <div className="report-figure">{formats.percent(share)}</div>
            <div className="small soft">{say('reports.noShows.figure')}</div>
          </div>
        )}
        <BarChart
          label={say('reports.noShows.chart')}
          series={attendances.map((id) => ({ id, name: say(`reports.noShows.kinds.${id}`), tone: tones[id] }))}
          bars={months.map((month) => ({
            id: month.month,
            name: formats.shortMonth(month.month),
            longName: formats.month(month.month),
            parts: attendances.map((kind) => month[kind]),
          }))}
          formatShort={(value) => formats.number(value)}
          format={(value) => formats.number(value)}
        />
      </Card>
      <AttendanceTable
        caption={say('reports.noShows.byMonth')}
        header={say('reports.month')}
        rows={months.toReversed().map((month) => ({ ...month, id: month.month, name: formats.month(month.month) }))}
        sum={view}
      />
      <section className="stack">
        <h2>{say('reports.noShows.byClinician')}</h2>
        <AttendanceTable
          caption={say('reports.noShows.byClinician')}
          header={say('reports.clinician')}
          rows={clinicians.map((row) => ({ ...row, id: row.clinicianId }))}
          sum={view}
        />
      </section>
    </>
  );
}

type Counts = Pick<NoShowsView, (typeof attendances)[number]>;
type Row = Counts & { readonly id: string; readonly name: string };

interface AttendanceTableProps {
  readonly caption: string;
  readonly header: string;
  readonly rows: readonly Row[];
  readonly sum: Counts;
}

function AttendanceTable({ caption, header, rows, sum }: AttendanceTableProps) {
  const say = useWords();
  const formats = useFormats();
  const percent = (counts: Counts) => {
    const share = missedShare(counts);
    return share === undefined ? '' : formats.percent(share);
  };
  const columns: readonly Column<Row>[] = [
    { id: 'name', header, renderCell: ({ name }) => <span className="nowrap">{name}</span> },
    ...attendances.map((kind) => ({
      id: kind,
      header: say(`reports.noShows.kinds.${kind}`),
      number: true,
      renderCell: (row: Row) => formats.number(row[kind]),
    })),
    { id: 'share', header: say('reports.noShows.share'), number: true, renderCell: percent },
  ];
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      footer={
        <tr>
          <td>{say('reports.total')}</td>
          {attendances.map((kind) => (
            <td key={kind} className="k-number">
              {formats.number(sum[kind])}
            </td>
          ))}
          <td className="k-number">{percent(sum)}</td>
        </tr>
      }
    />
  );
}
