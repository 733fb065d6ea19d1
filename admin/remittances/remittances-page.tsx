import { CheckCheck, Landmark } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useListContext } from 'react-admin';
import type { RemittanceRow } from '../../api/remittances/remittance.contract';
import { useUrlFilter } from '../data/url-filter';
import { useUrlRecord } from '../data/use-url-record';
import { Button } from '../design/button';
import { EmptyState } from '../design/empty-state';
import { SegmentedControl } from '../design/segmented-control';
import { Select } from '../design/select';
import { ListSearch } from '../list/list-search';
import { ListTable } from '../list/list-table';
import { MemoryListTools } from '../list/list-tools';
import { MemoryList } from '../list/memory-list';
import { NoneFits } from '../list/none-fits';
import { useArranged } from '../list/use-arranged';
import { useListSearch } from '../list/use-list-search';
import '../list/list.css';
import { remittancePath } from '../paths';
import { Page } from '../shell/page';
import { useWords } from '../words';
import { DropCard } from './drop-card';
import { FilesAside } from './files-aside';
import { useRemittanceColumns } from './remittance-columns';

const place = 'remittances';
const natural = { field: 'receivedAt', order: 'DESC' } as const;
const views = ['waiting', 'aside'] as const;
const states = ['posted', 'posting', 'found', 'duplicate', 'quarantined', 'undone'] as const satisfies readonly RemittanceRow['state'][]; // prettier-ignore

/** What payers paid: dropped or brought, how far it is posted, and what waits for a person. */
export function RemittancesPage() {
  const say = useWords();
  const [view, setView] = useUrlFilter('show', views);
  const segments = (['all', ...views] as const).map((value) => ({ value, name: say(`remittances.tabs.${value}`) }));
  const tabs = (
    <SegmentedControl
      label={say('remittances.tabsLabel')}
      segments={segments}
      value={view ?? 'all'}
      onChange={(next) => setView(next === 'all' ? undefined : next)}
    />
  );
  return (
    <Page area="remittances" title={say('remittances.title')} lead={say('remittances.lead')}>
      <DropCard />
      {view === 'aside' ? (
        <FilesAside bar={tabs} />
      ) : (
        <Payments key={view ?? 'all'} waiting={view === 'waiting'} tabs={tabs} />
      )}
    </Page>
  );
}

interface PaymentsProps {
  readonly waiting: boolean;
  readonly tabs: ReactNode;
}

function Payments({ waiting, tabs }: PaymentsProps) {
  const [state, setState] = useUrlFilter('state', states);
  const file = useUrlRecord('file');
  const filter = useMemo(
    () => ({
      ...(waiting && { waiting }),
      ...(state && !waiting && { states: [state] }),
      ...(file.id !== undefined && { fileId: file.id }),
    }),
    [waiting, state, file.id],
  );
  const say = useWords();
  return (
    <MemoryList resource="remittances" place={place} sort={natural} filter={filter}>
      <PaymentsList
        waiting={waiting}
        narrowed={state !== undefined || file.id !== undefined}
        onClear={() => {
          setState(undefined);
          if (file.id !== undefined) file.close();
        }}
        tabs={tabs}
        filters={
          !waiting && (
            <Select
              aria-label={say('remittances.state')}
              none={say('remittances.anyState')}
              options={states.map((value) => ({ value, name: say(`remittances.states.${value}`) }))}
              value={state}
              onChange={setState}
            />
          )
        }
      />
    </MemoryList>
  );
}

interface PaymentsListProps extends PaymentsProps {
  readonly filters: ReactNode;
  /** By a filter of the address. */
  readonly narrowed: boolean;
  readonly onClear: () => void;
}

function PaymentsList({ waiting, tabs, filters, narrowed, onClear }: PaymentsListProps) {
  const say = useWords();
  const { sort, setSort } = useListContext();
  const columns = useRemittanceColumns();
  const order = { natural, now: sort, set: setSort };
  const arranged = useArranged({ list: 'remittances', columns, order });
  const search = useListSearch(place, onClear);
  return (
    <>
      <div className="list-bar">
        {tabs}
        <ListSearch key={search.round} place={place} label={say('remittances.search')} />
        {filters}
        {narrowed && <Button onClick={search.clear}>{say('remittances.noneFits.clear')}</Button>}
        <MemoryListTools arranged={arranged} />
      </div>
      <ListTable<RemittanceRow>
        caption={say('remittances.caption')}
        columns={columns.filter(arranged.shows)}
        linkTo={({ id }) => remittancePath(id)}
        empty={
          narrowed || search.typed ? <NoneFits of="remittances" onClear={search.clear} /> : <None waiting={waiting} />
        }
      />
    </>
  );
}

function None({ waiting }: { readonly waiting: boolean }) {
  const say = useWords();
  const of = waiting ? 'noneWaiting' : 'empty';
  return (
    <EmptyState icon={waiting ? CheckCheck : Landmark} title={say(`remittances.${of}.title`)}>
      {say(`remittances.${of}.text`)}
    </EmptyState>
  );
}
