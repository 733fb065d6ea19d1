import { CheckCheck } from 'lucide-react';
import type { UnsignedNotesView, getUnsignedNotes } from '../../api/reports/report.contract';
import { useFormats } from '../../browser/speech';
import { BarChart } from '../design/bar-chart';
import { Card } from '../design/card';
import { EmptyState } from '../design/empty-state';
import { Table } from '../design/table';
import type { Column } from '../design/table-column';
import { useWords } from '../words';
import { noteAges } from './report-kinds';
import { ReportPage } from './report-page';

/** Whose notes wait for a signature, and for how long. */
export const UnsignedNotesPage = () => (
  <ReportPage<typeof getUnsignedNotes> report="unsignedNotes" renderReport={(view) => <UnsignedNotes {...view} />} />
);

type Row = UnsignedNotesView['clinicians'][number];

function UnsignedNotes({ asOf, clinicians, count }: UnsignedNotesView) {
  const say = useWords();
  const formats = useFormats();
  if (count === 0)
    return (
      <EmptyState icon={CheckCheck} title={say('reports.unsignedNotes.none.title')}>
        {say('reports.unsignedNotes.none.text')}
      </EmptyState>
    );
  const sums = noteAges.map((_, at) => clinicians.reduce((sum, { ages }) => sum + (ages[at] ?? 0), 0));
  const oldest = clinicians.map(({ oldestDay }) => oldestDay).toSorted()[0] ?? asOf;
  const columns: readonly Column<Row>[] = [
    { id: 'clinician', header: say('reports.clinician'), renderCell: ({ name }) => name },
    ...noteAges.map((age, at) => ({
      id: age,
      header: say(`reports.unsignedNotes.ages.${age}`),
      number: true,
      renderCell: ({ ages }: Row) => formats.number(ages[at] ?? 0),
    })),
    {
      id: 'count',
      header: say('reports.total'),
      number: true,
      renderCell: (row) => <span className="strong">{formats.number(row.count)}</span>,
    },
    {
      id: 'oldest',
      header: say('reports.unsignedNotes.oldest'),
      number: true,
      renderCell: ({ oldestDay }) => formats.calendarDate(oldestDay),
    },
  ];
  return (
    <>
      <Card padded className="stack">
        <div>
          <div className="report-figure">{formats.number(count)}</div>
          <div className="small soft">{say('reports.unsignedNotes.figure', { count })}</div>
        </div>
        <BarChart
          label={say('reports.unsignedNotes.chart')}
          series={[{ id: 'notes', name: say('reports.unsignedNotes.title'), tone: 'care' }]}
          bars={noteAges.map((age, at) => ({
            id: age,
            name: say(`reports.unsignedNotes.shortAges.${age}`),
            longName: say(`reports.unsignedNotes.ages.${age}`),
            parts: [sums[at] ?? 0],
          }))}
          formatShort={(value) => formats.number(value)}
          format={(value) => formats.number(value)}
        />
      </Card>
      <Table
        caption={say('reports.unsignedNotes.table')}
        columns={columns}
        rows={clinicians}
        rowKey={({ clinicianId }) => clinicianId}
        footer={
          <tr>
            <td>{say('reports.total')}</td>
            {noteAges.map((age, at) => (
              <td key={age} className="k-number">
                {formats.number(sums[at] ?? 0)}
              </td>
            ))}
            <td className="k-number">{formats.number(count)}</td>
            <td className="k-number">{formats.calendarDate(oldest)}</td>
          </tr>
        }
      />
    </>
  );
}
