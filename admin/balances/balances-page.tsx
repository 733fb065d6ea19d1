import { CheckCheck } from 'lucide-react';
import { useMemo } from 'react';
import { useListContext } from 'react-admin';
import type { BalanceRow } from '../../api/balances/balance.contract';
import { useUrlFilter } from '../data/url-filter';
import { EmptyState } from '../design/empty-state';
import { SegmentedControl } from '../design/segmented-control';
import { ListSearch } from '../list/list-search';
import { ListTable } from '../list/list-table';
import { MemoryListTools } from '../list/list-tools';
import { MemoryList } from '../list/memory-list';
import { NoneFits } from '../list/none-fits';
import { useArranged } from '../list/use-arranged';
import { useListSearch } from '../list/use-list-search';
import '../list/list.css';
import { balancePath } from '../paths';
import { Page } from '../shell/page';
import { useWords } from '../words';
import { useBalanceColumns } from './balance-columns';

const place = 'balances';
const natural = { field: 'balanceCents', order: 'DESC' } as const;
const standings = ['credit', 'all'] as const;

/** Who owes what, the largest first; since when, and what is still with payers. */
export function BalancesPage() {
  const say = useWords();
  const [standing, setStanding] = useUrlFilter('show', standings);
  const filter = useMemo(() => (standing === 'all' ? {} : { standing: standing ?? 'owing' }), [standing]);
  return (
    <Page area="balances" title={say('balances.title')} lead={say('balances.lead')}>
      <MemoryList resource="balances" place={place} sort={natural} filter={filter}>
        <BalancesList standing={standing ?? 'owing'} onStanding={setStanding} />
      </MemoryList>
    </Page>
  );
}

interface BalancesListProps {
  readonly standing: 'owing' | 'credit' | 'all';
  readonly onStanding: (standing: 'credit' | 'all' | undefined) => void;
}

function BalancesList({ standing, onStanding }: BalancesListProps) {
  const say = useWords();
  const { sort, setSort } = useListContext();
  const columns = useBalanceColumns();
  const order = { natural, now: sort, set: setSort };
  const arranged = useArranged({ list: 'balances', columns, order });
  const search = useListSearch(place, () => onStanding(undefined));
  return (
    <>
      <div className="list-bar">
        <SegmentedControl
          label={say('balances.standings.label')}
          segments={(['owing', 'credit', 'all'] as const).map((value) => ({
            value,
            name: say(`balances.standings.${value}`),
          }))}
          value={standing}
          onChange={(value) => onStanding(value === 'owing' ? undefined : value)}
        />
        <ListSearch key={search.round} place={place} label={say('balances.search')} />
        <MemoryListTools arranged={arranged} />
      </div>
      <ListTable<BalanceRow>
        caption={say('balances.caption')}
        columns={columns.filter(arranged.shows)}
        linkTo={({ clientId }) => balancePath(clientId)}
        empty={
          search.typed || standing !== 'owing' ? <NoneFits of="balances" onClear={search.clear} /> : <NobodyOwes />
        }
      />
    </>
  );
}

function NobodyOwes() {
  const say = useWords();
  return (
    <EmptyState icon={CheckCheck} title={say('balances.none.title')}>
      {say('balances.none.text')}
    </EmptyState>
  );
}
