import { X } from 'lucide-react';
import { usePayers } from '../data/use-payers';
import { Button } from '../design/button';
import { SegmentedControl } from '../design/segmented-control';
import { Select } from '../design/select';
import { DateInput } from '../design/text-input';
import { useWords } from '../words';
import { type Show, showNames } from './claim-look';
import { type ClaimFilterState, ages } from './use-claim-filters';
import './claims.css';

/** Which claims are shown: how they stand, of which payer, how old, of which days, for which cause. */
export function ClaimFilters({ filters }: { readonly filters: ClaimFilterState }) {
  const say = useWords();
  const { payers = [] } = usePayers();
  const { set, cause } = filters;
  return (
    <>
      <SegmentedControl<'all' | Show>
        label={say('claims.shows.label')}
        segments={(['all', ...showNames] as const).map((value) => ({ value, name: say(`claims.shows.${value}`) }))}
        value={filters.show ?? 'all'}
        onChange={(value) => set('show', value === 'all' ? undefined : value)}
      />
      <Select
        aria-label={say('claims.filters.payer')}
        none={say('claims.filters.anyPayer')}
        options={payers.map(({ id, name }) => ({ value: id, name }))}
        value={filters.payerId}
        onChange={(value) => set('payer', value)}
      />
      <Select
        aria-label={say('claims.filters.age')}
        none={say('claims.filters.anyAge')}
        options={ages.map((value) => ({ value, name: say('claims.filters.olderThan', { count: Number(value) }) }))}
        value={filters.age}
        onChange={(value) => set('age', value)}
      />
      <span className="row claim-days">
        <DateInput
          aria-label={say('claims.filters.from')}
          value={filters.from}
          onChange={(value) => set('from', value)}
        />
        <DateInput
          aria-label={say('claims.filters.until')}
          value={filters.until}
          onChange={(value) => set('until', value)}
        />
      </span>
      {cause !== undefined && (
        <Button size="small" icon={X} onClick={() => set('cause', undefined)}>
          {say('claims.filters.cause', { cause })}
        </Button>
      )}
    </>
  );
}
