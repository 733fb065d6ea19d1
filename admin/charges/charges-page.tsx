import { CircleCheckBig, ReceiptText } from 'lucide-react';
import { useListContext } from 'react-admin';
import type { ChargeView } from '../../api/charges/charge.contract';
import { useMay } from '../../browser/session/use-session';
import { useUrlRecord } from '../data/use-url-record';
import { EmptyState } from '../design/empty-state';
import { ListTable } from '../list/list-table';
import { MemoryListTools } from '../list/list-tools';
import { MemoryList } from '../list/memory-list';
import { NoneFits } from '../list/none-fits';
import { useArranged } from '../list/use-arranged';
import { Page } from '../shell/page';
import { useWords } from '../words';
import { ApproveBar } from './approve-bar';
import { useChargeColumns } from './charge-columns';
import { ChargeDrawer } from './charge-drawer';
import { ChargeFilters, type ChargeFilterState, useChargeFilters } from './charge-filters';
import '../list/list.css';

const perPage = 50;
const natural = { field: 'serviceDay', order: 'DESC' } as const;

/** What visits are billed as: Kept proposes, a person looks and agrees, and the claims are made. */
export function ChargesPage() {
  const filters = useChargeFilters();
  return (
    <MemoryList
      key={filters.show ?? 'proposed'}
      resource="charges"
      place="charges"
      sort={natural}
      filter={filters.filter}
      perPage={perPage}
    >
      <ChargesList filters={filters} />
    </MemoryList>
  );
}

function ChargesList({ filters }: { readonly filters: ChargeFilterState }) {
  const say = useWords();
  const { total, sort, setSort } = useListContext();
  const open = useUrlRecord('charge');
  const columns = useChargeColumns();
  const arranged = useArranged({
    list: 'charges',
    columns,
    // how each stands is worth a column once it is decided
    standard: columns.flatMap(({ id }) => (id === 'state' && filters.show === undefined ? [] : [id])),
    order: { natural, now: sort, set: setSort },
  });
  const mayChange = useMay('billing.change');
  const toReview = filters.show === undefined;
  const lead = total !== undefined && say(`charges.counts.${filters.show ?? 'proposed'}`, { count: total });
  return (
    <Page area="charges" title={say('charges.title')} lead={lead}>
      <div className="list-bar">
        <ChargeFilters filters={filters} />
        <MemoryListTools arranged={arranged} />
      </div>
      {toReview && mayChange && <ApproveBar />}
      <ListTable<ChargeView>
        caption={say('charges.caption')}
        columns={columns.filter(arranged.shows)}
        linkTo={({ id }) => open.pathTo(id)}
        empty={<Empty filters={filters} />}
        {...(toReview &&
          mayChange && { rowName: ({ clientName, code }) => say('charges.rowName', { name: clientName, code }) })}
      />
      {open.id !== undefined && <ChargeDrawer id={open.id} onClose={open.close} />}
    </Page>
  );
}

function Empty({ filters }: { readonly filters: ChargeFilterState }) {
  const say = useWords();
  if (filters.narrowed) return <NoneFits of="charges" onClear={filters.clear} />;
  if (filters.show === undefined)
    return (
      <EmptyState icon={CircleCheckBig} title={say('charges.nothing.title')}>
        {say('charges.nothing.text')}
      </EmptyState>
    );
  return (
    <EmptyState icon={ReceiptText} title={say('charges.empty.title')}>
      {say('charges.empty.text')}
    </EmptyState>
  );
}
