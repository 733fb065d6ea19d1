import { UserPlus, Users } from 'lucide-react';
import { useState } from 'react';
import { useListContext } from 'react-admin';
import { useNavigate } from 'react-router';
import type { ClientRow } from '../../api/clients/client.contract';
import { useMay } from '../../browser/session/use-session';
import { Button } from '../design/button';
import { EmptyState } from '../design/empty-state';
import { ListSearch } from '../list/list-search';
import { ListTable } from '../list/list-table';
import { MemoryListTools } from '../list/list-tools';
import { MemoryList } from '../list/memory-list';
import { NoneFits } from '../list/none-fits';
import '../list/list.css';
import { useArranged } from '../list/use-arranged';
import { useListSearch } from '../list/use-list-search';
import { clientPath } from '../paths';
import { useProgram } from '../program-context';
import { useAction } from '../shell/actions';
import { Page } from '../shell/page';
import { useWords } from '../words';
import { ClientFilters, useClientFilters } from './client-filters';
import { standardColumns, useClientColumns } from './client-columns';
import { RegisterClientDialog } from './register-client-dialog';

const place = 'clients';
const natural = { field: 'name', order: 'ASC' } as const;

/** Everyone whom this person may see: found by name, phone or birth date. */
export function ClientsPage() {
  const filters = useClientFilters();
  const [registering, setRegistering] = useState(false);
  const say = useWords();
  const go = useNavigate();
  const { toasts } = useProgram();
  const registered = (client: ClientRow) => {
    setRegistering(false);
    toasts.add({ text: say('clients.registering.done', { name: client.name }), tone: 'good' });
    void go(clientPath(client.id));
  };
  return (
    <>
      <MemoryList resource="clients" place={place} sort={natural} filter={filters.filter}>
        <ClientsList filters={filters} onRegister={() => setRegistering(true)} />
      </MemoryList>
      <RegisterClientDialog open={registering} onClose={() => setRegistering(false)} onRegistered={registered} />
    </>
  );
}

interface ClientsListProps {
  readonly filters: ReturnType<typeof useClientFilters>;
  readonly onRegister: () => void;
}

function ClientsList({ filters, onRegister }: ClientsListProps) {
  const say = useWords();
  const { total, sort, setSort } = useListContext();
  const mayRegister = useMay('clients.change');
  const columns = useClientColumns();
  const order = { natural, now: sort, set: setSort };
  const arranged = useArranged({ list: 'clients', columns, standard: standardColumns, order });
  const search = useListSearch(place, filters.clear);
  const narrowed = search.typed || Object.keys(filters.filter).length > 0;
  return (
    <Page
      area="clients"
      title={say('clients.title')}
      lead={total !== undefined && say('clients.count', { count: total })}
      actions={mayRegister && <RegisterButton onRegister={onRegister} />}
    >
      <div className="list-bar">
        <ListSearch key={search.round} place={place} label={say('clients.search')} />
        <ClientFilters filters={filters} />
        <MemoryListTools arranged={arranged} />
      </div>
      <ListTable<ClientRow>
        caption={say('clients.caption')}
        columns={columns.filter(arranged.shows)}
        linkTo={({ id }) => clientPath(id)}
        empty={
          narrowed ? (
            <NoneFits of="clients" onClear={search.clear} />
          ) : (
            <NoClients {...(mayRegister && { onRegister })} />
          )
        }
      />
    </Page>
  );
}

function RegisterButton({ onRegister }: { readonly onRegister: () => void }) {
  const say = useWords();
  useAction({ id: 'clients.register', name: say('clients.register'), icon: UserPlus, key: 'n', run: onRegister });
  return (
    <Button kind="primary" icon={UserPlus} keyHint="N" onClick={onRegister}>
      {say('clients.register')}
    </Button>
  );
}

function NoClients({ onRegister }: { readonly onRegister?: () => void }) {
  const say = useWords();
  return (
    <EmptyState
      icon={Users}
      title={say('clients.empty.title')}
      action={
        onRegister && (
          <Button kind="primary" onClick={onRegister}>
            {say('clients.register')}
          </Button>
        )
      }
    >
      {say('clients.empty.text')}
    </EmptyState>
  );
}
