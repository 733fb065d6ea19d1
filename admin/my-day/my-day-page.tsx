import { Check, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { isoDay } from '../../browser/iso-day';
import { useMay } from '../../browser/session/use-session';
import { useNow } from '../../browser/use-now';
import { useFormats, useSpeech } from '../../browser/speech';
import { usePractice } from '../data/use-practice';
import { Button } from '../design/button';
import { ProblemNotice } from '../design/problem-notice';
import { Skeleton } from '../design/skeleton';
import { notePath } from '../paths';
import type { CalendarDay } from '../schedule/day-shape';
import { useAppointmentDialogs } from '../schedule/use-appointment-dialogs';
import { useCalendarDay } from '../schedule/use-calendar-day';
import { useAction } from '../shell/actions';
import { Page } from '../shell/page';
import { SinceLine } from '../since/since-line';
import { type Since, useSince } from '../since/use-since';
import { type Deciding, Decisions } from '../today/decisions';
import { FreeCard } from '../today/free-card';
import { lookedAtVisit } from '../today/looked-at-visit';
import { useArrivals } from '../today/use-arrivals';
import { useBoardFocus } from '../today/use-board-focus';
import { useDeskActs } from '../today/use-desk-acts';
import { useDeskRights } from '../today/use-desk-rights';
import { useWords } from '../words';
import { DayList } from './day-list';
import { dayLines } from './day-lines';
import { MyDayLead } from './my-day-lead';
import { MyWorkCard } from './my-work-card';
import { UnsignedCard } from './unsigned-card';
import { useUnsigned } from './use-unsigned';
import { firstToDo, thingOf } from './visit-standing';
import './my-day.css';

/** Where a clinician lands: whom she sees, how far each one is, the one thing to do about it, and the notes that she owes. */
export function MyDayPage() {
  const say = useWords();
  const formats = useFormats();
  const { zone } = useSpeech();
  const now = useNow();
  const today = isoDay(now, zone);
  const { me } = useDeskRights();
  const { day, problem, again } = useCalendarDay(today);
  const visits = useMemo(() => day?.appointments.filter(({ clinicianId }) => clinicianId === me), [day, me]);
  const since = useSince(today, visits?.map(lookedAtVisit));
  const unsigned = useUnsigned();
  return (
    <Page
      area="my_day"
      title={formats.longDay(now)}
      lead={visits && <MyDayLead visits={visits} owed={unsigned.total} />}
      since={<SinceLine since={since} />}
      actions={<BookButton />}
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
      <div className="page-columns">
        {day && visits ? (
          <Visits day={day} visits={visits} changes={since.changes} now={now.getTime()} />
        ) : (
          <div>{!problem && <Skeleton shape="cards" count={4} />}</div>
        )}
        <div className="stack page-column">
          <UnsignedCard unsigned={unsigned} now={now.getTime()} />
          <MyWorkCard />
          <FreeCard day={today} now={now.getTime()} only={me} />
        </div>
      </div>
    </Page>
  );
}

interface VisitsProps {
  readonly day: CalendarDay;
  /** Hers alone. */
  readonly visits: readonly AppointmentView[];
  /** What others changed meanwhile. */
  readonly changes: Since['changes'];
  readonly now: number;
}

function Visits({ day, visits, changes, now }: VisitsProps) {
  const say = useWords();
  const go = useNavigate();
  const rights = useDeskRights();
  const graceMinutes = usePractice()?.policy.missingGraceMinutes ?? Infinity;
  const { busy, run } = useDeskActs();
  const [deciding, setDeciding] = useState<Deciding>();
  const { me } = rights;
  const lines = useMemo(
    () => dayLines(visits, day.blocks.filter(({ resourceId }) => resourceId === me), now), // prettier-ignore
    [visits, day, me, now],
  );
  const focus = useBoardFocus(
    useMemo(() => [lines.flatMap((line) => (line.kind === 'visit' ? [line.key] : []))], [lines]),
  );
  useArrivals(visits, me);

  // the first press goes to the visit there is something to do about, the second does it: nothing is done unseen
  const actOnFocused = () => {
    const id = focus.focused();
    const one = visits.find((visit) => visit.id === id);
    if (!one) {
      const first = firstToDo(visits, rights, now);
      if (first) focus.focus(first.id);
      return;
    }
    const thing = thingOf(one, rights, now);
    if (thing?.kind === 'act') void run(one, thing.act);
    if (thing?.kind === 'note') void go(notePath(thing.visitId));
  };
  useAction({ id: 'myDay.act', name: say('myDay.keys.act'), icon: Check, key: 'i', run: actOnFocused });

  return (
    <>
      <DayList
        lines={lines}
        now={now}
        graceMinutes={graceMinutes}
        rights={rights}
        busy={busy}
        changes={changes}
        focus={focus}
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

function BookButton() {
  const say = useWords();
  const { book } = useAppointmentDialogs();
  if (!useMay('schedule.change')) return null;
  return (
    <Button kind="primary" icon={Plus} keyHint={say('today.keys.book')} onClick={() => book()}>
      {say('today.book')}
    </Button>
  );
}
