import { MessageSquareOff } from 'lucide-react';
import type { RemindersView, getReminders } from '../../api/reports/report.contract';
import { useFormats } from '../../browser/speech';
import { BarChart, type SeriesTone } from '../design/bar-chart';
import { Card } from '../design/card';
import { EmptyState } from '../design/empty-state';
import { Table } from '../design/table';
import type { Column } from '../design/table-column';
import { useWords } from '../words';
import { fatesOf } from './fates';
import { reminderChannels, reminderFates } from './report-kinds';
import { ReportPage } from './report-page';

const tones: Readonly<Record<(typeof reminderFates)[number], SeriesTone>> = {
  delivered: 'accent',
  sent: 'info',
  failed: 'bad',
  left_out: 'plain',
};

/** What became of the reminders. */
export const RemindersPage = () => (
  <ReportPage<typeof getReminders> report="reminders" renderReport={(view) => <Reminders {...view} />} />
);

type Fates = RemindersView['months'][number]['channels']['sms'];

interface Row {
  readonly id: string;
  readonly month: string;
  readonly channel: (typeof reminderChannels)[number];
  readonly fates: Fates;
}

const countOf = (fates: Fates): number => reminderFates.reduce((sum, fate) => sum + fates[fate], 0);

function Reminders({ months }: RemindersView) {
  const say = useWords();
  const formats = useFormats();
  const all = fatesOf(months);
  if (countOf(all) === 0)
    return (
      <EmptyState icon={MessageSquareOff} title={say('reports.reminders.none.title')}>
        {say('reports.reminders.none.text')}
      </EmptyState>
    );
  const rows: readonly Row[] = months
    .toReversed()
    .flatMap(({ month, channels }) =>
      reminderChannels.map((channel) => ({ id: `${month} ${channel}`, month, channel, fates: channels[channel] })),
    );
  const columns: readonly Column<Row>[] = [
    {
      id: 'month',
      header: say('reports.month'),
      renderCell: ({ month }) => <span className="nowrap">{formats.month(month)}</span>,
    },
    {
      id: 'channel',
      header: say('reports.reminders.channel'),
      renderCell: ({ channel }) => say(`messaging.channels.${channel}`),
    },
    ...reminderFates.map((fate) => ({
      id: fate,
      header: say(`reports.reminders.fates.${fate}`),
      number: true,
      renderCell: ({ fates }: Row) => formats.number(fates[fate]),
    })),
  ];
  return (
    <>
      <Card padded className="stack">
        <div>
          <div className="report-figure">{formats.number(all.delivered + all.sent)}</div>
          <div className="small soft">{say('reports.reminders.figure', { count: countOf(all) })}</div>
        </div>
        <BarChart
          label={say('reports.reminders.chart')}
          series={reminderFates.map((id) => ({ id, name: say(`reports.reminders.fates.${id}`), tone: tones[id] }))}
          bars={months.map((month) => {
            const fates = fatesOf([month]);
            return {
              id: month.month,
              name: formats.shortMonth(month.month),
              longName: formats.month(month.month),
              parts: reminderFates.map((fate) => fates[fate]),
            };
          })}
          formatShort={(value) => formats.number(value)}
          format={(value) => formats.number(value)}
        />
      </Card>
      <Table
        caption={say('reports.reminders.table')}
        columns={columns}
        rows={rows.filter(({ fates }) => countOf(fates) > 0)}
        rowKey={({ id }) => id}
        footer={
          <tr>
            <td colSpan={2}>{say('reports.total')}</td>
            {reminderFates.map((fate) => (
              <td key={fate} className="k-number">
                {formats.number(all[fate])}
              </td>
            ))}
          </tr>
        }
      />
    </>
  );
}
