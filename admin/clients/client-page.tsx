import { CalendarPlus, Pencil, UserX } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { ClientView } from '../../api/clients/client.contract';
import { useMay } from '../../browser/session/use-session';
import { useWhole } from '../data/use-whole';
import { Avatar } from '../design/avatar';
import { Button } from '../design/button';
import { ButtonLink } from '../design/button-link';
import { Pill } from '../design/pill';
import { useAppointmentDialogs } from '../schedule/use-appointment-dialogs';
import { useAction } from '../shell/actions';
import { NoRecord } from '../shell/no-record';
import { Page } from '../shell/page';
import { RecordSinceLine } from '../since/record-since-line';
import { TimelineCard } from '../timeline/timeline-card';
import { WorkAbout } from '../work/work-about';
import { useWords } from '../words';
import { ClientFactsLine } from './client-facts-line';
import { ClientTabs } from './client-tabs';
import { ConsentsCard } from './consents-card';
import { ContactsCard } from './contacts-card';
import { EditClientDialog } from './edit-client-dialog';
import { initialsOf } from './initials';
import { TeamCard } from './team-card';
import { useClientSince } from './use-client-since';
import './client-page.css';

/** Everything of one client: who it is, how to reach, what is ahead, what happened. */
export function ClientPage() {
  const say = useWords();
  const { id = '' } = useParams();
  const { record, problem, again } = useWhole<ClientView>('clients', id, 'contacts');
  if (record) return <Client key={record.id} client={record} />;
  return (
    <NoRecord
      area="clients"
      title={say('clients.title')}
      problem={problem}
      onRetry={again}
      gone={{
        icon: UserX,
        title: say('clients.gone.title'),
        text: say('clients.gone.text'),
        action: <ButtonLink to="/clients">{say('clients.gone.list')}</ButtonLink>,
      }}
    />
  );
}

function Client({ client }: { readonly client: ClientView }) {
  const say = useWords();
  const mayChange = useMay('clients.change');
  const mayBook = useMay('schedule.change') && client.state === 'active';
  const [editing, setEditing] = useState(false);
  const { since, events } = useClientSince(client);
  const { changes } = since;
  return (
    <Page
      area="clients"
      crumbs={[
        { to: '/clients', name: say('clients.title') },
        { name: say('clients.recordNo', { number: String(client.recordNumber) }) },
      ]}
      title={
        <span className="record-title" {...(changes.has('facts') && { 'data-changed': '' })}>
          <Avatar initials={initialsOf(client.name)} size="big" />
          <span>
            {client.name} {client.pronouns !== null && <span className="record-pronouns">{client.pronouns}</span>}
          </span>
          <Pill tone={client.state === 'active' ? 'good' : 'plain'}>{say(`clients.states.${client.state}`)}</Pill>
        </span>
      }
      lead={<ClientFactsLine client={client} />}
      since={<RecordSinceLine since={since} events={events} />}
      actions={
        <>
          {mayChange && <EditButton onEdit={() => setEditing(true)} />}
          {mayBook && <BookButton client={client} />}
        </>
      }
    >
      <div className="page-columns">
        <div className="stack page-column">
          <WorkAbout clientId={client.id} />
          <div className="client-cards">
            <ContactsCard client={client} mayChange={mayChange} changed={changes.has('contacts')} />
            <ConsentsCard client={client} mayChange={mayChange} changed={changes.has('consents')} />
          </div>
          <ClientTabs client={client} />
        </div>
        <div className="stack page-column">
          <TeamCard client={client} changed={changes.has('careTeam')} />
          <TimelineCard filter={{ clientId: client.id }} changes={changes} />
        </div>
      </div>
      {editing && <EditClientDialog client={client} onClose={() => setEditing(false)} />}
    </Page>
  );
}

function EditButton({ onEdit }: { readonly onEdit: () => void }) {
  const say = useWords();
  useAction({ id: 'clients.edit', name: say('clients.edit'), icon: Pencil, key: 'e', run: onEdit });
  return (
    <Button icon={Pencil} keyHint="E" onClick={onEdit}>
      {say('clients.edit')}
    </Button>
  );
}

function BookButton({ client }: { readonly client: ClientView }) {
  const say = useWords();
  const { book } = useAppointmentDialogs();
  const run = () => book({ clientId: client.id });
  const name = say('schedule.book.client', { name: client.name });
  useAction({ id: 'clients.book', name, icon: CalendarPlus, key: 'b', run });
  return (
    <Button kind="primary" icon={CalendarPlus} keyHint="B" onClick={run}>
      {say('clients.book')}
    </Button>
  );
}
