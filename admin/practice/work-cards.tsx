import type { getNoShows, getReminders, getUnsignedNotes } from '../../api/reports/report.contract';
import { useFormats } from '../../browser/speech';
import { DefinitionList } from '../design/definition-list';
import { Link } from '../design/link';
import { fatesOf } from '../reports/fates';
import { missedShare } from '../reports/missed-share';
import { reportPath } from '../reports/report-ids';
import { attendances, noteAges, reminderFates } from '../reports/report-kinds';
import { useReport } from '../reports/use-report';
import { useWords } from '../words';
import { Figure, FigureCard } from './figure-card';

/** Who came this month, and who did not. */
export function VisitsCard() {
  const say = useWords();
  const formats = useFormats();
  return (
    <FigureCard
      title={say('practice.visits.title')}
      to={reportPath('noShows')}
      {...useReport<typeof getNoShows>('no-shows')}
      renderFigures={({ months }) => {
        const month = months.at(-1) ?? { kept: 0, missed: 0, late: 0, undecided: 0 };
        const share = missedShare(month);
        return (
          <>
            <Figure value={formats.number(month.kept)} of={say('practice.visits.kept')} />
            <DefinitionList
              items={[
                ...attendances
                  .filter((kind) => kind !== 'kept')
                  .map((kind) => ({
                    id: kind,
                    term: say(`reports.noShows.kinds.${kind}`),
                    value: formats.number(month[kind]),
                  })),
                ...(share === undefined
                  ? []
                  : [{ id: 'share', term: say('reports.noShows.share'), value: formats.percent(share) }]),
              ]}
            />
          </>
        );
      }}
    />
  );
}

/** How many notes wait for a signature. */
export function NotesCard() {
  const say = useWords();
  const formats = useFormats();
  return (
    <FigureCard
      title={say('reports.unsignedNotes.title')}
      to={reportPath('unsignedNotes')}
      {...useReport<typeof getUnsignedNotes>('unsigned-notes')}
      renderFigures={({ clinicians, count }) => (
        <>
          <Figure value={formats.number(count)} of={say('reports.unsignedNotes.figure', { count })} />
          <DefinitionList
            items={noteAges.map((age, at) => ({
              id: age,
              term: say(`reports.unsignedNotes.ages.${age}`),
              value: formats.number(clinicians.reduce((sum, { ages }) => sum + (ages[at] ?? 0), 0)),
            }))}
          />
        </>
      )}
    />
  );
}

/** What became of this month's reminders. */
export function RemindersCard() {
  const say = useWords();
  const formats = useFormats();
  return (
    <FigureCard
      title={say('reports.reminders.title')}
      to={reportPath('reminders')}
      {...useReport<typeof getReminders>('reminders')}
      renderFigures={({ months }) => {
        const fates = fatesOf(months.slice(-1));
        return (
          <>
            <Figure value={formats.number(fates.delivered + fates.sent)} of={say('practice.reminders.out')} />
            <DefinitionList
              items={reminderFates.map((fate) => ({
                id: fate,
                term: say(`reports.reminders.fates.${fate}`),
                value:
                  fate === 'failed' && fates.failed > 0 ? (
                    <Link to="/messages?show=trouble">{formats.number(fates.failed)}</Link>
                  ) : (
                    formats.number(fates[fate])
                  ),
              }))}
            />
          </>
        );
      }}
    />
  );
}
