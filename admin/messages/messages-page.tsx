import { CheckCheck, Clock, MessagesSquare } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MessageView, PlannedMessageView } from '../../api/messages/message.contract';
import { useUrlRecord } from '../data/use-url-record';
import { useUrlFilter } from '../data/url-filter';
import { Button } from '../design/button';
import { EmptyState } from '../design/empty-state';
import type { Column } from '../design/table-column';
import { SegmentedControl } from '../design/segmented-control';
import { ListTable } from '../list/list-table';
import { ListTools } from '../list/list-tools';
import { MemoryList } from '../list/memory-list';
import { NoneFits } from '../list/none-fits';
import { useArranged } from '../list/use-arranged';
import { useTotal } from '../list/use-total';
import { appointmentPath } from '../paths';
import { Page } from '../shell/page';
import { useWords } from '../words';
import { MessageDrawer } from './message-drawer';
import { MessageFilters, type MessageFilterState, useMessageFilters } from './message-filters';
import { useMessageColumns, usePlannedColumns } from './message-columns';
import '../list/list.css';

const views = ['trouble', 'planned'] as const;
const sentOrder = { field: 'createdAt', order: 'DESC' } as const;
const plannedOrder = { field: 'due', order: 'ASC' } as const;

/** What clients were told, what goes out next, and what did not arrive. */
export function MessagesPage() {
  const say = useWords();
  const [view, setView] = useUrlFilter('show', views);
  const filters = useMessageFilters();
  const open = useUrlRecord('message');
  const columns = useMessageColumns();
  const arranged = useArranged({ list: 'messages', columns: view === 'planned' ? [] : columns });
  const sent = {
    resource: 'messages',
    sort: sentOrder,
    filter: view === 'trouble' ? { trouble: true, ...filters.channel } : { ...filters.states, ...filters.channel },
  };
  const planned = { resource: 'planned-messages', sort: plannedOrder, filter: filters.channel };
  const total = useTotal(view === 'planned' ? planned : sent);
  const tabs = (['all', ...views] as const).map((value) => ({ value, name: say(`messaging.tabs.${value}`) }));
  return (
    <Page area="messages" title={say('messaging.title')} lead={say('messaging.lead')}>
      <div className="list-bar">
        <SegmentedControl
          label={say('messaging.tabsLabel')}
          segments={tabs}
          value={view ?? 'all'}
          onChange={(next) => setView(next === 'all' ? undefined : next)}
        />
        <MessageFilters filters={filters} withState={view === undefined} />
        <ListTools arranged={arranged} asked={{ ...(view === 'planned' ? planned : sent), total }} />
      </div>
      {view === 'planned' ? (
        <Planned filter={planned.filter} />
      ) : (
        <Sent
          key={view ?? 'all'}
          trouble={view === 'trouble'}
          filter={sent.filter}
          columns={columns.filter(arranged.shows)}
          filters={filters}
          pathTo={open.pathTo}
          onPlanned={() => setView('planned')}
        />
      )}
      {open.id !== undefined && <MessageDrawer id={open.id} onClose={open.close} />}
    </Page>
  );
}

interface SentProps {
  readonly trouble: boolean;
  readonly filter: Readonly<Record<string, unknown>>;
  readonly columns: readonly Column<MessageView>[];
  readonly filters: MessageFilterState;
  readonly pathTo: (id: string) => string;
  readonly onPlanned: () => void;
}

function Sent({ trouble, filter, columns, filters, pathTo, onPlanned }: SentProps) {
  const say = useWords();
  const empty = (): ReactNode => {
    if (filters.narrowed) return <NoneFits of="messaging" onClear={filters.clear} />;
    if (trouble)
      return (
        <EmptyState icon={CheckCheck} title={say('messaging.noTrouble.title')}>
          {say('messaging.noTrouble.text')}
        </EmptyState>
      );
    return (
      <EmptyState
        icon={MessagesSquare}
        title={say('messaging.empty.title')}
        action={<Button onClick={onPlanned}>{say('messaging.empty.book')}</Button>}
      >
        {say('messaging.empty.text')}
      </EmptyState>
    );
  };
  return (
    <MemoryList resource="messages" place="messages" sort={sentOrder} filter={filter}>
      <ListTable<MessageView>
        caption={say('messaging.caption')}
        columns={columns}
        linkTo={({ id }) => pathTo(id)}
        empty={empty()}
      />
    </MemoryList>
  );
}

function Planned({ filter }: { readonly filter: Readonly<Record<string, unknown>> }) {
  const say = useWords();
  const columns = usePlannedColumns();
  return (
    <MemoryList resource="planned-messages" place="planned-messages" sort={plannedOrder} filter={filter}>
      <ListTable<PlannedMessageView>
        caption={say('messaging.plannedCaption')}
        columns={columns}
        linkTo={({ appointmentId }) => appointmentPath(appointmentId)}
        empty={
          <EmptyState icon={Clock} title={say('messaging.nothingPlanned.title')}>
            {say('messaging.nothingPlanned.text')}
          </EmptyState>
        }
      />
    </MemoryList>
  );
}
