import { CalendarOff, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useNow } from '../../browser/use-now';
import { usePractice } from '../data/use-practice';
import { Button } from '../design/button';
import { Card } from '../design/card';
import { EmptyState } from '../design/empty-state';
import { ProblemNotice } from '../design/problem-notice';
import { Skeleton } from '../design/skeleton';
import type { CalendarDay } from '../schedule/day-shape';
import { type ReadDays, useCalendarDay, useCalendarDays, useCalendarOverview } from '../schedule/use-calendar-day';
import { type Deciding, Decisions } from '../today/decisions';
import { useDeskActs } from '../today/use-desk-acts';
import { useDeskRights } from '../today/use-desk-rights';
import { useWords } from '../words';
import { AgendaView } from './agenda-view';
import type { Resource } from './day-columns';
import { DayGrid, type GridProps } from './day-grid';
import { MonthView } from './month-view';
import type { ShownDay } from './use-shown-day';
import { type View, spanOf } from './views';
import { WeekGrid } from './week-grid';
import './calendar.css';

interface CalendarViewProps {
  readonly view: View;
  readonly shownDay: ShownDay;
  readonly resources: readonly Resource[];
  /** There is room for one column alone. */
  readonly narrow: boolean;
  readonly onShowAll: () => void;
}

/** What the calendar shows, as far as it has been read. */
export function CalendarView(props: CalendarViewProps) {
  const say = useWords();
  if (props.resources.length === 0)
    return (
      <EmptyState
        icon={UsersRound}
        title={say('calendar.none.title')}
        action={<Button onClick={props.onShowAll}>{say('calendar.none.all')}</Button>}
      >
        {say('calendar.none.text')}
      </EmptyState>
    );
  if (props.view === 'day') return <OneDay {...props} />;
  return props.view === 'month' ? <OneMonth {...props} /> : <SomeDays {...props} />;
}

function OneDay({ shownDay, resources }: CalendarViewProps) {
  return (
    <Read
      of={useCalendarDay(shownDay.day)}
      renderDays={(day, rest) => <DayGrid {...rest} day={day} resources={resources} />}
    />
  );
}

/** As many as fit into a day's field. */
const mostPerDay = 3;

function OneMonth({ view, shownDay, resources }: CalendarViewProps) {
  const { first, days } = spanOf(view, shownDay.day);
  const read = useCalendarOverview({ day: first, days, resourceIds: idsOf(resources), mostPerDay });
  return (
    <Read
      of={read}
      renderDays={(overview) => <MonthView overview={overview} day={shownDay.day} today={shownDay.today} />}
    />
  );
}

/** A week, or a list of days. */
function SomeDays({ view, shownDay, resources, narrow }: CalendarViewProps) {
  const { first, days } = spanOf(view, shownDay.day);
  const read = useCalendarDays({ day: first, days, resourceIds: idsOf(resources) });
  const asGrid = view === 'week' && !narrow;
  return (
    <Read
      of={read}
      renderDays={(range, rest) => {
        const props = { ...rest, day: range, resources };
        if (asGrid) return <WeekGrid {...props} />;
        return (
          <>
            {view === 'list' && !holdsAnything(range) ? (
              <NothingAhead />
            ) : (
              <AgendaView {...props} today={shownDay.today} everyDay={view === 'week'} />
            )}
            {view === 'list' && <Pages shownDay={shownDay} />}
          </>
        );
      }}
    />
  );
}

const idsOf = (resources: readonly Resource[]): string[] => resources.map(({ id }) => id);

const holdsAnything = ({ days, blocks, taken }: CalendarDay): boolean =>
  days.some(({ count }) => count > 0) || blocks.length > 0 || taken.length > 0;

function NothingAhead() {
  const say = useWords();
  return (
    <EmptyState icon={CalendarOff} title={say('calendar.noneAhead.title')}>
      {say('calendar.noneAhead.text')}
    </EmptyState>
  );
}

/** To the days before and after what is listed. */
function Pages({ shownDay: { step } }: { readonly shownDay: ShownDay }) {
  const say = useWords();
  return (
    <nav className="agenda-later" aria-label={say('calendar.pages')}>
      <Button onClick={() => step(-1)}>{say('calendar.before.list')}</Button>
      <Button onClick={() => step(1)}>{say('calendar.after.list')}</Button>
    </nav>
  );
}

interface ReadProps {
  readonly of: ReadDays;
  readonly renderDays: (day: CalendarDay, rest: Omit<GridProps, 'day' | 'resources'>) => React.ReactNode;
}

/** Waits for days, says what went wrong, and asks before what is decided about them. */
function Read({ of: { day, problem, again }, renderDays }: ReadProps) {
  const say = useWords();
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
  const graceMinutes = practice.policy.missingGraceMinutes;
  return (
    <>
      {renderDays(day, { now, graceMinutes, rights, onAct: run, onDecide: setDeciding })}
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
