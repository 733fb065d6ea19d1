import { Suspense, useState } from 'react';
import type { ClientView } from '../../api/clients/client.contract';
import { useMay } from '../../browser/session/use-session';
import { Tabs } from '../design/tabs';
import { ClientBalance } from '../balances/client-balance';
import { Skeleton } from '../design/skeleton';
import { lazyPart } from '../lazy-page';
import { ClientNotes } from '../notes/client-notes';
import { useWords } from '../words';
import { ClientAppointments } from './client-appointments';
import { ClientMessages } from './client-messages';

const ClientInsurance = lazyPart(async () => (await import('../insurance/client-insurance.js')).ClientInsurance);

type TabId = 'appointments' | 'notes' | 'insurance' | 'messages' | 'balance';

/** A client's appointments, the notes of them, who pays for them, what the client was told, and what the client owes. */
export function ClientTabs({ client }: { readonly client: ClientView }) {
  const say = useWords();
  const [selected, setSelected] = useState<TabId>('appointments');
  const maySeeNotes = useMay('notes.read');
  const maySeeMessages = useMay('messages.read');
  const maySeeInsurance = useMay('coverage.read');
  const maySeeBalance = useMay('balances.read');
  const tabs = [
    {
      id: 'appointments' as const,
      name: say('clients.sections.appointments'),
      renderContent: () => <ClientAppointments clientId={client.id} />,
    },
    ...(maySeeNotes
      ? [
          {
            id: 'notes' as const,
            name: say('notes.list.tab'),
            renderContent: () => <ClientNotes clientId={client.id} />,
          },
        ]
      : []),
    ...(maySeeInsurance
      ? [
          {
            id: 'insurance' as const,
            name: say('insurance.tab'),
            renderContent: () => (
              <Suspense fallback={<Skeleton shape="lines" count={6} />}>
                <ClientInsurance clientId={client.id} />
              </Suspense>
            ),
          },
        ]
      : []),
    ...(maySeeMessages
      ? [
          {
            id: 'messages' as const,
            name: say('clients.sections.messages'),
            renderContent: () => <ClientMessages clientId={client.id} />,
          },
        ]
      : []),
    ...(maySeeBalance
      ? [
          {
            id: 'balance' as const,
            name: say('balances.page.crumb'),
            renderContent: () => <ClientBalance clientId={client.id} />,
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
