import { CalendarDays, Check, Plus, Printer, Sun } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { isoDay } from '../../browser/iso-day';
import { useMay } from '../../browser/session/use-session';
import { useFormats, useSpeech } from '../../browser/speech';
import { useNow } from '../../browser/use-now';
import { usePractice } from '../data/use-practice';
import { Button } from '../design/button';
import { ButtonLink } from '../design/button-link';
import { EmptyState } from '../design/empty-state';
import { ProblemNotice } from '../design/problem-notice';
import { SegmentedControl } from '../design/segmented-control';
import { useAppointmentDialogs } from '../schedule/use-appointment-dialogs';
import { useCalendarDay } from '../schedule/use-calendar-day';
import { useAction } from '../shell/actions';
import { Page } from '../shell/page';
import { SinceLine } from '../since/since-line';
import { type Since, useSince } from '../since/use-since';
import { useWords } from '../words';
import { type Board, boardColumns, boardOf } from './board';
import { BoardSkeleton } from './board-skeleton';
import { actOf } from './card-act';
import { DayBoard } from './day-board';
import { type Deciding, Decisions } from './decisions';
import { FreeCard } from './free-card';
import { lookedAtVisit } from './looked-at-visit';
import { NeedsYouCard } from './needs-you-card';
import { TodayLead } from './today-lead';
import { useArrivals } from './use-arrivals';
import { useCopaysDue } from './use-copays-due';
import { useBoardFocus } from './use-board-focus';
import { useDeskActs } from './use-desk-acts';
import { useDeskRights } from './use-desk-rights';
import { type Whose, useWhoseDay } from './use-whose-day';

/** Where the day is worked: everyone who comes, how far each one is, and the one thing to do next. */
export function TodayPage() {
  const say = useWords();
  const formats = useFormats();
  const { zone } = useSpeech();
  const now = useNow();
  const today = isoDay(now, zone);
  const { day, problem, again } = useCalendarDay(today);
  const practice = usePractice();
  const { whose, choose, only } = useWhoseDay();
  const graceMinutes = practice?.policy.missingGraceMinutes ?? Infinity;
  const board = useMemo(
    () =>
      day && practice
        ? boardOf(day.appointments.filter(({ clinicianId }) => only === undefined || clinicianId === only))
        : undefined,
    [day, practice, only],
  );
  const since = useSince(`${today} ${only}`, board && Object.values(board).flat().map(lookedAtVisit));
  const aside = <Aside day={today} now={now.getTime()} only={only} whose={whose} />;
  return (
    <Page
      area="today"
      title={formats.longDay(now)}
      lead={board && <TodayLead board={board} now={now.getTime()} graceMinutes={graceMinutes} />}
      since={<SinceLine since={since} />}
      actions={<Actions whose={whose} onChoose={choose} />}
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
      {!board && !problem && <BoardSkeleton />}
      {board && (
        <Day
          board={board}
          now={now.getTime()}
          graceMinutes={graceMinutes}
          mine={only !== undefined}
          changes={since.changes}
          aside={aside}
        />
      )}
    </Page>
  );
}

interface DayProps {
  readonly board: Board;
  readonly now: number;
  readonly graceMinutes: number;
  readonly mine: boolean;
  /** What others changed meanwhile. */
  readonly changes: Since['changes'];
  readonly aside: ReactNode;
}

function Day({ board, now, graceMinutes, mine, changes, aside }: DayProps) {
  const say = useWords();
  const rights = useDeskRights();
  const { busy, run } = useDeskActs();
  const [deciding, setDeciding] = useState<Deciding>();
  const columns = useMemo(() => boardColumns.map((column) => board[column].map(({ id }) => id)), [board]);
  const all = useMemo(() => Object.values(board).flat(), [board]);
  const focus = useBoardFocus(columns);
  const copays = useCopaysDue(useMemo(() => columns.slice(0, -1).flat(), [columns])); // who is through has paid, or is asked by mail
  useArrivals(all, rights.conduct ? rights.me : undefined);

  // the first press goes to the next one there is something to do for, the second does it: nobody is checked in unseen
  const actOnFocused = () => {
    const id = focus.focused();
    const one = all.find((appointment) => appointment.id === id);
    if (!one) {
      const next = all.find((appointment) => actOf(appointment, rights));
      if (next) focus.focus(next.id);
      return;
    }
    const act = actOf(one, rights);
    if (act) void run(one, act);
  };
  useAction({ id: 'today.act', name: say('today.keys.act'), icon: Check, key: 'i', run: actOnFocused });

  if (all.length === 0)
    return (
      <div className="today-empty">
        <Nobody mine={mine} />
        <div className="today-column">{aside}</div>
      </div>
    );
  return (
    <>
      <DayBoard
        board={board}
        now={now}
        graceMinutes={graceMinutes}
        mine={mine}
        rights={rights}
        busy={busy}
        copays={copays}
        changes={changes}
        focus={focus}
        onAct={run}
        onDecide={setDeciding}
      >
        {aside}
      </DayBoard>
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

function Actions({
  whose,
  onChoose,
}: {
  readonly whose: Whose | undefined;
  readonly onChoose: (whose: Whose) => void;
}) {
  const say = useWords();
  const { book } = useAppointmentDialogs();
  const mayBook = useMay('schedule.change');
  return (
    <>
      {whose && (
        <SegmentedControl<Whose>
          label={say('today.whose.label')}
          segments={[
            { value: 'mine', name: say('today.whose.mine') },
            { value: 'everyone', name: say('today.whose.everyone') },
          ]}
          value={whose}
          onChange={onChoose}
        />
      )}
      <Button icon={Printer} onClick={() => window.print()}>
        {say('today.print')}
      </Button>
      {mayBook && (
        <Button kind="primary" icon={Plus} keyHint={say('today.keys.book')} onClick={() => book()}>
          {say('today.book')}
        </Button>
      )}
    </>
  );
}

interface AsideProps {
  readonly day: string;
  readonly now: number;
  readonly only: string | undefined;
  readonly whose: Whose | undefined;
}

/** Beside the people: work that waits, and what is free. */
function Aside({ day, now, only, whose }: AsideProps) {
  const mayWork = useMay('work.read');
  return (
    <>
      {mayWork && <NeedsYouCard queue={whose ? 'clinician' : undefined} />}
      <FreeCard day={day} now={now} only={only} />
    </>
  );
}

function Nobody({ mine }: { readonly mine: boolean }) {
  const say = useWords();
  return (
    <EmptyState
      icon={Sun}
      title={say(mine ? 'today.empty.mineTitle' : 'today.empty.title')}
      action={
        <ButtonLink to="/calendar" icon={CalendarDays}>
          {say('today.empty.calendar')}
        </ButtonLink>
      }
    >
      {say(mine ? 'today.empty.mineText' : 'today.empty.text')}
    </EmptyState>
  );
}
