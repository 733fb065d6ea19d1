import { CalendarX, Sparkles, Video } from 'lucide-react';
import { useGetList } from 'react-admin';
import { useParams } from 'react-router';
import type { MessageView } from '../../api/messages/message.contract';
import type { AppointmentDetail } from '../../api/schedule/appointment.contract';
import { useMay } from '../../browser/session/use-session';
import { useFormats } from '../../browser/speech';
import { VisitMoney } from '../balances/visit-money';
import { AppointmentStatePill } from '../clients/appointment-state-pill';
import { useUrlRecord } from '../data/use-url-record';
import { useWhole } from '../data/use-whole';
import { ButtonLink } from '../design/button-link';
import { Link } from '../design/link';
import { Pill } from '../design/pill';
import { MessageDrawer } from '../messages/message-drawer';
import { clientPath, dayPath } from '../paths';
import { NoRecord } from '../shell/no-record';
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
  const say = useWords();
  const { id = '' } = useParams();
  const { record, problem, again } = useWhole<AppointmentDetail>('appointments', id, 'reminders');
  if (record) return <Appointment key={record.id} appointment={record} />;
  return (
    <NoRecord
      area="calendar"
      title={say('schedule.page.crumb')}
      problem={problem}
      onRetry={again}
      gone={{
        icon: CalendarX,
        title: say('schedule.page.gone.title'),
        text: say('schedule.page.gone.text'),
        action: <ButtonLink to="/">{say('schedule.page.gone.home')}</ButtonLink>,
      }}
    />
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
      <div className="page-columns">
        <div className="stack page-column">
          <WorkAbout clientId={clientId} appointmentId={id} />
          <AppointmentNext appointment={appointment} />
          {appointment.visit && <VisitMoney clientId={clientId} visitId={appointment.visit.id} />}
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
    <span className="record-title">
      <span>
        <Link to={clientPath(clientId)}>{clientName}</Link>{' '}
        {pronouns !== null && <span className="record-pronouns">{pronouns}</span>}
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
