import { useMay } from '../../browser/session/use-session';
import { useFormats } from '../../browser/speech';
import { useToday } from '../../browser/use-today';
import { Page } from '../shell/page';
import { useWords } from '../words';
import { MoneyInCard, MoneyOwedCard } from './money-cards';
import { SystemCard } from './system-card';
import { NotesCard, RemindersCard, VisitsCard } from './work-cards';
import './practice.css';

/** How the practice is doing, on one page: each figure leads to where it is told in full. */
export function PracticePage() {
  const say = useWords();
  const formats = useFormats();
  const maySeeSystem = useMay('system.read');
  const maySeeBooks = useMay('billing.read');
  return (
    <Page
      area="practice"
      title={say('practice.title')}
      lead={say('practice.lead', { day: formats.calendarDate(useToday()) })}
    >
      <div className="figure-cards">
        {maySeeBooks && <MoneyInCard />}
        {maySeeBooks && <MoneyOwedCard />}
        <VisitsCard />
        <NotesCard />
        <RemindersCard />
        {maySeeSystem && <SystemCard />}
      </div>
    </Page>
  );
}
