import { useState } from 'react';
import type { ClientView } from '../../api/clients/client.contract';
import { useMay } from '../../browser/session/use-session';
import { Tabs } from '../design/tabs';
import { useWords } from '../words';
import { ClientAppointments } from './client-appointments';
import { ClientMessages } from './client-messages';

type TabId = 'appointments' | 'messages';

/** A client's appointments, and what the client was told. */
export function ClientTabs({ client }: { readonly client: ClientView }) {
  const say = useWords();
  const [selected, setSelected] = useState<TabId>('appointments');
  const maySeeMessages = useMay('messages.read');
  const tabs = [
    {
      id: 'appointments' as const,
      name: say('clients.sections.appointments'),
      renderContent: () => <ClientAppointments clientId={client.id} />,
    },
    ...(maySeeMessages
      ? [
          {
            id: 'messages' as const,
            name: say('clients.sections.messages'),
            renderContent: () => <ClientMessages clientId={client.id} />,
          },
        ]
      : []),
  ];
  return (
    <div className="client-tabs">
      <Tabs<TabId> label={client.name} tabs={tabs} selected={selected} onSelect={setSelected} />
    </div>
  );
}
