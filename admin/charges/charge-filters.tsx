import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { ChargeView } from '../../api/charges/charge.contract';
import { usePayers } from '../data/use-payers';
import { usePractice } from '../data/use-practice';
import { useUrlFilter } from '../data/url-filter';
import { SegmentedControl } from '../design/segmented-control';
import { Select } from '../design/select';
import { useWords } from '../words';

const shows = ['approved', 'void'] as const;
type Show = (typeof shows)[number];

export interface ChargeFilterState {
  /** Undefined: what waits for a person. */
  readonly show: Show | undefined;
  readonly setShow: (show: Show | undefined) => void;
  readonly clinicianId: string | undefined;
  readonly setClinician: (id: string | undefined) => void;
  readonly payerId: string | undefined;
  readonly setPayer: (id: string | undefined) => void;
  readonly clinicians: readonly { readonly value: string; readonly name: string }[];
  readonly payers: readonly { readonly value: string; readonly name: string }[];
  readonly narrowed: boolean;
  readonly clear: () => void;
  /** As the API takes it. */
  readonly filter: Readonly<Record<string, unknown>>;
}

/** The filters in the address: known values and ids only. */
export function useChargeFilters(): ChargeFilterState {
  const staff = usePractice()?.staff;
  const { payers: known } = usePayers();
  const clinicians = useMemo(
    () =>
      (staff ?? [])
        .filter(({ isClinician }) => isClinician)
        .map(({ id, shortName }) => ({ value: id, name: shortName })),
    [staff],
  );
  const payers = useMemo(() => (known ?? []).map(({ id, name }) => ({ value: id, name })), [known]);
  const [show, setShow] = useUrlFilter('show', shows);
  const [clinicianId, setClinician] = useUrlFilter(
    'clinician',
    clinicians.map(({ value }) => value),
  );
  const [payerId, setPayer] = useUrlFilter(
    'payer',
    payers.map(({ value }) => value),
  );
  const [params, setParams] = useSearchParams();
  const filter = useMemo(
    () => ({
      states: [show ?? 'proposed'] satisfies ChargeView['state'][],
      ...(clinicianId !== undefined && { clinicianId }),
      ...(payerId !== undefined && { payerId }),
    }),
    [show, clinicianId, payerId],
  );
  return {
    show,
    setShow,
    clinicianId,
    setClinician,
    payerId,
    setPayer,
    clinicians,
    payers,
    filter,
    narrowed: clinicianId !== undefined || payerId !== undefined,
    clear: () => {
      const next = new URLSearchParams(params);
      next.delete('clinician');
      next.delete('payer');
      setParams(next, { replace: true });
    },
  };
}

export function ChargeFilters({ filters }: { readonly filters: ChargeFilterState }) {
  const say = useWords();
  return (
    <>
      <SegmentedControl<'proposed' | Show>
        label={say('charges.shows.label')}
        segments={(['proposed', ...shows] as const).map((value) => ({ value, name: say(`charges.shows.${value}`) }))}
        value={filters.show ?? 'proposed'}
        onChange={(value) => filters.setShow(value === 'proposed' ? undefined : value)}
      />
      <Select
        aria-label={say('charges.filters.clinician')}
        none={say('charges.filters.anyClinician')}
        options={filters.clinicians}
        value={filters.clinicianId}
        onChange={filters.setClinician}
      />
      <Select
        aria-label={say('charges.filters.payer')}
        none={say('charges.filters.anyPayer')}
        options={filters.payers}
        value={filters.payerId}
        onChange={filters.setPayer}
      />
    </>
  );
}
