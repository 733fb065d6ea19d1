import { CalendarOff, Plus, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../browser/session/use-session';
import { useFormats } from '../../browser/speech';
import { useNow } from '../../browser/use-now';
import { useUrlFilter } from '../data/url-filter';
import { usePractice } from '../data/use-practice';
import { Button } from '../design/button';
import { Card } from '../design/card';
import { EmptyState } from '../design/empty-state';
import { ProblemNotice } from '../design/problem-notice';
import { Select } from '../design/select';
import { Skeleton } from '../design/skeleton';
import { useAppointmentDialogs } from '../schedule/use-appointment-dialogs';
import { useCalendarDay } from '../schedule/use-calendar-day';
import { Page } from '../shell/page';
import { type Deciding, Decisions } from '../today/decisions';
import { useDeskActs } from '../today/use-desk-acts';
import { useDeskRights } from '../today/use-desk-rights';
import { useWords } from '../words';
import type { Resource } from './day-columns';
import { DayGrid } from './day-grid';
import { DayNav } from './day-nav';
import { ResourcesMenu } from './resources-menu';
import { useNarrow } from './use-narrow';
import { useShownDay } from './use-shown-day';
import { useShownResources } from './use-shown-resources';
import './calendar.css';

/** A day of the practice, by clinician. */
export function CalendarPage() {
  const formats = useFormats();
  const shownDay = useShownDay();
  const resources = useShownResources();
  const narrow = useNarrow();
  const [one, chooseOne] = useOneResource(resources.shown);
  return (
    <Page
      area="calendar"
      title={formats.calendarDay(shownDay.day)}
      actions={
        <>
          <DayNav {...shownDay} />
          {narrow && one && <OneOf resources={resources.shown} one={one} onChoose={chooseOne} />}
          {!narrow && <ResourcesMenu {...resources} />}
          <BookButton />
        </>
      }
    >
      {resources.clinicians?.length === 0 ? (
        <NoClinicians />
      ) : (
        <Day
          day={shownDay.day}
          resources={narrow ? (one ? [one] : none) : resources.shown}
          onShowAll={resources.showClinicians}
        />
      )}
    </Page>
  );
}

const none: readonly Resource[] = [];

interface DayProps {
  readonly day: string;
  readonly resources: readonly Resource[];
  readonly onShowAll: () => void;
}

function Day({ day: asked, resources, onShowAll }: DayProps) {
  const say = useWords();
  const { day, problem, again } = useCalendarDay(asked);
  const now = useNow().getTime();
  const rights = useDeskRights();
  const { busy, run } = useDeskActs();
  const practice = usePractice();
  const [deciding, setDeciding] = useState<Deciding>();
  if (problem)
    return (
      <ProblemNotice
        problem={problem}
        actions={
          <Button size="small" onClick={again}>
            {say('pieces.retry')}
          </Button>
        }
      />
    );
  if (!day || !practice)
    return (
      <Card className="cal-skeleton">
        <Skeleton shape="lines" count={12} />
      </Card>
    );
  if (resources.length === 0)
    return (
      <EmptyState
        icon={UsersRound}
        title={say('calendar.none.title')}
        action={<Button onClick={onShowAll}>{say('calendar.none.all')}</Button>}
      >
        {say('calendar.none.text')}
      </EmptyState>
    );
  return (
    <>
      <DayGrid
        day={day}
        resources={resources}
        now={now}
        graceMinutes={practice.policy.missingGraceMinutes}
        rights={rights}
        onAct={run}
        onDecide={setDeciding}
      />
      {deciding && (
        <Decisions
          {...deciding}
          busy={busy === deciding.appointment.id}
          onAct={run}
          onClose={() => setDeciding(undefined)}
        />
      )}
    </>
  );
}

/** The one column that a narrow screen shows, in the address. */
function useOneResource(shown: readonly Resource[]): readonly [Resource | undefined, (id: string | undefined) => void] {
  const [chosen, choose] = useUrlFilter(
    'who',
    shown.map(({ id }) => id),
  );
  return [shown.find(({ id }) => id === chosen) ?? shown[0], choose];
}

interface OneOfProps {
  readonly resources: readonly Resource[];
  readonly one: Resource;
  readonly onChoose: (id: string | undefined) => void;
}

function OneOf({ resources, one, onChoose }: OneOfProps) {
  const say = useWords();
  return (
    <Select
      aria-label={say('calendar.who')}
      options={resources.map(({ id, name }) => ({ value: id, name }))}
      value={one.id}
      onChange={onChoose}
    />
  );
}

function BookButton() {
  const say = useWords();
  const { book } = useAppointmentDialogs();
  if (!useMay('schedule.change')) return null;
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
