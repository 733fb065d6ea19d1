import { CircleCheckBig, FileText, Layers } from 'lucide-react';
import { useListContext } from 'react-admin';
import type { ClaimRowView } from '../../api/claims/claim.contract';
import { ButtonLink } from '../design/button-link';
import { EmptyState } from '../design/empty-state';
import { ListSearch } from '../list/list-search';
import { ListTable } from '../list/list-table';
import { MemoryListTools } from '../list/list-tools';
import { MemoryList } from '../list/memory-list';
import { NoneFits } from '../list/none-fits';
import { useArranged } from '../list/use-arranged';
import { useListSearch } from '../list/use-list-search';
import { claimPath } from '../paths';
import { Page } from '../shell/page';
import { markOf } from '../since/changed-mark';
import type { Looked } from '../since/since-looked';
import { SinceLine } from '../since/since-line';
import { useListSince } from '../since/use-list-since';
import { useWords } from '../words';
import { standardColumns, useClaimColumns } from './claim-columns';
import { ClaimFilters } from './claim-filters';
import { SendNow } from './send-now';
import { type ClaimFilterState, useClaimFilters } from './use-claim-filters';
import '../list/list.css';

const place = 'claims';
const natural = { field: 'serviceDay', order: 'DESC' } as const;

/** Every claim: how it stands, what of it is open, what happens next. */
export function ClaimsPage() {
  const filters = useClaimFilters();
  return (
    <MemoryList resource="claims" place={place} sort={natural} filter={filters.filter}>
      <ClaimsList filters={filters} />
    </MemoryList>
  );
}

function ClaimsList({ filters }: { readonly filters: ClaimFilterState }) {
  const say = useWords();
  const { data, total, sort, setSort } = useListContext<ClaimRowView>();
  const columns = useClaimColumns();
  const order = { natural, now: sort, set: setSort };
  const arranged = useArranged({ list: 'claims', columns, standard: standardColumns, order });
  const search = useListSearch(place, filters.clear);
  const since = useListSince(data?.map(lookedAt));
  return (
    <Page
      area="claims"
      title={say('claims.title')}
      lead={total !== undefined && say('claims.count', { count: total })}
      since={<SinceLine since={since} />}
      actions={
        <>
          <ButtonLink icon={Layers} to="/claims/batches">
            {say('claims.batches.title')}
          </ButtonLink>
          <SendNow />
        </>
      }
    >
      <div className="list-bar">
        <ListSearch key={search.round} place={place} label={say('claims.search')} />
        <ClaimFilters filters={filters} />
        <MemoryListTools arranged={arranged} />
      </div>
      <ListTable<ClaimRowView>
        caption={say('claims.caption')}
        columns={columns.filter(arranged.shows)}
        linkTo={({ id }) => claimPath(id)}
        markOf={({ id }) => markOf(since.changes.get(id))}
        empty={<Empty filters={filters} typed={search.typed} onClear={search.clear} />}
      />
    </Page>
  );
}

/** What somebody may have changed of a claim: how it stands, and its money. */
const lookedAt = ({ id, version, paidCents, openCents }: ClaimRowView): Looked => ({
  id,
  parts: { [id]: version, paid: paidCents, open: openCents },
  record: [id, version],
});

interface EmptyProps {
  readonly filters: ClaimFilterState;
  readonly typed: boolean;
  readonly onClear: () => void;
}

/** Nothing fits; nothing needs a person; or there is nothing at all yet. */
function Empty({ filters, typed, onClear }: EmptyProps) {
  const say = useWords();
  const asked = Object.keys(filters.filter).length;
  if (filters.show === 'trouble' && asked === 1 && !typed)
    return (
      <EmptyState icon={CircleCheckBig} title={say('claims.noTrouble.title')}>
        {say('claims.noTrouble.text')}
      </EmptyState>
    );
  if (asked > 0 || typed) return <NoneFits of="claims" onClear={onClear} />;
  return (
    <EmptyState icon={FileText} title={say('claims.empty.title')}>
      {say('claims.empty.text')}
    </EmptyState>
  );
}
