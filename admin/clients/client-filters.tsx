import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { ClientRow } from '../../api/clients/client.contract';
import { useUrlFilter } from '../data/url-filter';
import { usePractice } from '../data/use-practice';
import { CheckBox } from '../design/checkbox';
import { Select } from '../design/select';
import { useWords } from '../words';

const states = ['active', 'inactive', 'discharged'] as const satisfies readonly ClientRow['state'][];
const yes = ['yes'] as const;
const names = ['state', 'clinician', 'unbooked'] as const;
const none: readonly string[] = [];

export interface ClientFilterState {
  readonly state: ClientRow['state'] | undefined;
  readonly clinicianId: string | undefined;
  readonly unbooked: boolean;
  /** As the API takes it. */
  readonly filter: Readonly<Record<string, unknown>>;
  readonly setState: (state: ClientRow['state'] | undefined) => void;
  readonly setClinician: (id: string | undefined) => void;
  readonly setUnbooked: (on: boolean) => void;
  readonly clear: () => void;
}

/** The filters in the address: known values and ids of staff, never anything that was typed. */
export function useClientFilters(): ClientFilterState {
  const practice = usePractice();
  const clinicians = useMemo(() => practice?.staff.filter((one) => one.isClinician).map(({ id }) => id), [practice]);
  const [state, setState] = useUrlFilter('state', states);
  const [unbooked, setUnbooked] = useUrlFilter('unbooked', yes);
  const [clinicianId, setClinician] = useUrlFilter('clinician', clinicians ?? none);
  const [params, setParams] = useSearchParams();
  const isUnbooked = unbooked !== undefined;
  const filter = useMemo(
    () => ({
      ...(state && { states: [state] }),
      ...(clinicianId !== undefined && { clinicianId }),
      ...(isUnbooked && { unbooked: true }),
    }),
    [state, clinicianId, isUnbooked],
  );
  const clear = () => {
    const next = new URLSearchParams(params);
    for (const name of names) next.delete(name);
    setParams(next, { replace: true });
  };
  return {
    state,
    clinicianId,
    unbooked: isUnbooked,
    filter,
    setState,
    setClinician,
    setUnbooked: (on) => setUnbooked(on ? 'yes' : undefined),
    clear,
  };
}

export function ClientFilters({ filters }: { readonly filters: ClientFilterState }) {
  const say = useWords();
  const practice = usePractice();
  const clinicians = practice?.staff.filter((one) => one.isClinician) ?? [];
  return (
    <>
      <Select
        aria-label={say('clients.filters.state')}
        none={say('clients.filters.anyState')}
        options={states.map((value) => ({ value, name: say(`clients.states.${value}`) }))}
        value={filters.state}
        onChange={filters.setState}
      />
      <Select
        aria-label={say('clients.filters.clinician')}
        none={say('clients.filters.anyClinician')}
        options={clinicians.map(({ id, shortName }) => ({ value: id, name: shortName }))}
        value={filters.clinicianId}
        onChange={filters.setClinician}
      />
      <CheckBox label={say('clients.filters.unbooked')} checked={filters.unbooked} onChange={filters.setUnbooked} />
    </>
  );
}
