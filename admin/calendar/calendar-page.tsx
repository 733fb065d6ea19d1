import { CalendarOff, CalendarSearch, Plus } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../browser/session/use-session';
import { useFormats } from '../../browser/speech';
import { usePractice } from '../data/use-practice';
import { Button } from '../design/button';
import { EmptyState } from '../design/empty-state';
import { useAppointmentDialogs } from '../schedule/use-appointment-dialogs';
import { useAction } from '../shell/actions';
import { Page } from '../shell/page';
import { useWords } from '../words';
import { CalendarView } from './calendar-view';
import { DayNav } from './day-nav';
import { FindTimeDialog, type FindTimeProps } from './find-time-dialog';
import { ResourcesMenu } from './resources-menu';
import { useNarrow } from './use-narrow';
import { useShownDay } from './use-shown-day';
import { useShownResources } from './use-shown-resources';
import { useShownView } from './use-shown-view';
import { useWhoseTime } from './use-whose-time';
import { ViewSwitch } from './view-switch';
import { type View, lastOf, spanOf } from './views';
import { WhoseSelect } from './whose-select';
import './calendar.css';

/** The practice's calendar: a day, a week, a month, or a list of what comes. */
export function CalendarPage() {
  const [view, choose] = useShownView();
  const shownDay = useShownDay(view);
  const resources = useShownResources();
  const narrow = useNarrow();
  const whose = useWhoseTime(view, resources.shown);
  const practice = usePractice();
  const mayBook = useMay('schedule.change');
  const oneAtATime = narrow || view !== 'day';
  return (
    <Page
      area="calendar"
      title={useTitle(view, shownDay.day)}
      actions={
        <>
          <ViewSwitch view={view} onChoose={choose} />
          {practice && resources.clinicians && mayBook && (
            <FindTime
              practice={practice}
              clinicians={resources.clinicians}
              chosen={oneAtATime ? whose.resources : resources.shown}
              from={shownDay.day}
            />
          )}
          {mayBook && <BookButton />}
          <DayNav {...shownDay} view={view} />
          {oneAtATime && resources.shown.length > 0 && <WhoseSelect shown={resources.shown} whose={whose} />}
          {!narrow && <ResourcesMenu {...resources} />}
        </>
      }
    >
      {resources.clinicians?.length === 0 ? (
        <NoClinicians />
      ) : (
        <CalendarView
          view={view}
          shownDay={shownDay}
          resources={oneAtATime ? whose.resources : resources.shown}
          narrow={narrow}
          onShowAll={resources.showClinicians}
        />
      )}
    </Page>
  );
}

function useTitle(view: View, day: string): string {
  const formats = useFormats();
  if (view === 'day') return formats.calendarDay(day);
  if (view === 'month') return formats.calendarMonth(day);
  const span = spanOf(view, day);
  return formats.calendarDays(span.first, lastOf(span));
}

/** Searches the days that come for a free time. */
function FindTime(props: FindTimeProps) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const name = say('calendar.find.name');
  const run = () => setOpen(true);
  useAction({ id: 'calendar.find', name, icon: CalendarSearch, key: 'f', run });
  return (
    <>
      <Button icon={CalendarSearch} onClick={run} aria-keyshortcuts="f">
        {name}
      </Button>
      {open && <FindTimeDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function BookButton() {
  const say = useWords();
  const { book } = useAppointmentDialogs();
  return (
    <Button kind="primary" icon={Plus} keyHint={say('calendar.bookKey')} onClick={() => book()}>
      {say('calendar.book')}
    </Button>
  );
}

function NoClinicians() {
  const say = useWords();
  return (
    <EmptyState icon={CalendarOff} title={say('calendar.empty.title')}>
      {say('calendar.empty.text')}
    </EmptyState>
  );
}
