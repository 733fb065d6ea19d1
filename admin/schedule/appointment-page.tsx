import { CalendarX, Sparkles, Video } from 'lucide-react';
import { useGetList } from 'react-admin';
import { useParams } from 'react-router';
import type { MessageView } from '../../api/messages/message.contract';
import type { AppointmentDetail } from '../../api/schedule/appointment.contract';
import type { Problem } from '../../browser/http/problem';
import { useMay } from '../../browser/session/use-session';
import { useFormats } from '../../browser/speech';
import { AppointmentStatePill } from '../clients/appointment-state-pill';
import { useUrlRecord } from '../data/use-url-record';
import { useWhole } from '../data/use-whole';
import { Button } from '../design/button';
import { ButtonLink } from '../design/button-link';
import { EmptyState } from '../design/empty-state';
import { Link } from '../design/link';
import { Pill } from '../design/pill';
import { ProblemNotice } from '../design/problem-notice';
import { Skeleton } from '../design/skeleton';
import { MessageDrawer } from '../messages/message-drawer';
import { clientPath, dayPath } from '../paths';
import { Page } from '../shell/page';
import { TimelineCard } from '../timeline/timeline-card';
import { WorkAbout } from '../work/work-about';
import { useWords } from '../words';
import { AppointmentActions } from './appointment-actions';
import { AppointmentFacts } from './appointment-facts';
import { AppointmentMessages } from './appointment-messages';
import { AppointmentNext } from './appointment-next';
import { AppointmentReminders } from './appointment-reminders';
import { dayOf } from './wall-time';
import './appointment-page.css';

/** Everything of one appointment: how it stands, what happens next, what went out, what happened. */
export function AppointmentPage() {
  const { id = '' } = useParams();
  const { record, problem, again } = useWhole<AppointmentDetail>('appointments', id, 'reminders');
  if (record) return <Appointment key={record.id} appointment={record} />;
  return <NoAppointment problem={problem} onRetry={again} />;
}

interface NoAppointmentProps {
  readonly problem: Problem | undefined;
  readonly onRetry: () => void;
}

/** While it is read, and when it cannot be. */
function NoAppointment({ problem, onRetry }: NoAppointmentProps) {
  const say = useWords();
  if (problem?.status === 404)
    return (
      <EmptyState
        icon={CalendarX}
        level="h1"
        title={say('schedule.page.gone.title')}
        action={<ButtonLink to="/">{say('schedule.page.gone.home')}</ButtonLink>}
      >
        {say('schedule.page.gone.text')}
      </EmptyState>
    );
  return (
    <Page area="calendar" title={say('schedule.page.crumb')}>
      {problem ? (
        <ProblemNotice
          problem={problem}
          actions={
            <Button size="small" onClick={onRetry}>
              {say('pieces.retry')}
            </Button>
          }
        />
      ) : (
        <Skeleton shape="cards" count={3} />
      )}
    </Page>
  );
}

const mostMessages = 50;

function Appointment({ appointment }: { readonly appointment: AppointmentDetail }) {
  const say = useWords();
  const maySeeMessages = useMay('messages.read');
  const open = useUrlRecord('message');
  const formats = useFormats();
  const { id, clientId, localStart, startsAt } = appointment;
  const { data: messages } = useGetList<MessageView>(
    'messages',
    {
      filter: { appointmentId: id },
      sort: { field: 'createdAt', order: 'DESC' },
      pagination: { page: 1, perPage: mostMessages },
    },
    { enabled: maySeeMessages },
  );
  return (
    <Page
      area="calendar"
      crumbs={[
        { to: '/calendar', name: say('shell.areas.calendar') },
        { to: dayPath(dayOf(localStart)), name: formats.day(startsAt) },
        { name: say('schedule.page.crumb') },
      ]}
      title={<Title appointment={appointment} />}
      lead={<Lead appointment={appointment} />}
      actions={<AppointmentActions appointment={appointment} />}
    >
      <div className="appointment-columns">
        <div className="stack appointment-main">
          <WorkAbout clientId={clientId} appointmentId={id} />
          <AppointmentNext appointment={appointment} />
          <AppointmentFacts appointment={appointment} />
          <AppointmentReminders appointment={appointment} messages={messages} pathTo={open.pathTo} />
          {maySeeMessages && <AppointmentMessages messages={messages} pathTo={open.pathTo} />}
        </div>
        <TimelineCard filter={{ entity: 'appointment', refId: id }} />
      </div>
      {open.id !== undefined && <MessageDrawer id={open.id} onClose={open.close} />}
    </Page>
  );
}

function Title({ appointment }: { readonly appointment: AppointmentDetail }) {
  const say = useWords();
  const { clientId, clientName, pronouns, firstVisit, modality } = appointment;
  return (
    <span className="appointment-title">
      <span>
        <Link to={clientPath(clientId)}>{clientName}</Link>{' '}
        {pronouns !== null && <span className="appointment-pronouns">{pronouns}</span>}
      </span>
      <AppointmentStatePill appointment={appointment} />
      {firstVisit && (
        <Pill tone="accent" icon={Sparkles}>
          {say('today.firstVisit')}
        </Pill>
      )}
      {modality === 'telehealth' && (
        <Pill tone="live" icon={Video}>
          {say('today.telehealth')}
        </Pill>
      )}
    </span>
  );
}

function Lead({ appointment }: { readonly appointment: AppointmentDetail }) {
  const say = useWords();
  const formats = useFormats();
  const { startsAt, endsAt, minutes } = appointment;
  const parts = [formats.longDay(startsAt), formats.timeRange(startsAt, endsAt), say('schedule.minutes', { minutes })];
  return <span className="num">{parts.join(' · ')}</span>;
}
