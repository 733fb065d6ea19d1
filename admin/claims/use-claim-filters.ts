import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { isDay } from '../../browser/iso-day';
import { allowedValue } from '../data/url-filter';
import { usePayers } from '../data/use-payers';
import { type Show, showNames, shows } from './claim-look';

export const ages = ['30', '60', '90', '120'] as const;
type Age = (typeof ages)[number];

/** A code as the server gives it; nothing that a person types looks like this and gets here. */
const causeShape = /^[A-Za-z0-9_:. -]{1,80}$/;
const names = ['show', 'payer', 'age', 'from', 'until', 'cause'] as const;
type Name = (typeof names)[number];

export interface ClaimFilterState {
  readonly show: Show | undefined;
  readonly payerId: string | undefined;
  readonly age: Age | undefined;
  readonly from: string;
  readonly until: string;
  readonly cause: string | undefined;
  /** As the API takes it. */
  readonly filter: Readonly<Record<string, unknown>>;
  readonly set: (name: Name, value: string | undefined) => void;
  readonly clear: () => void;
}

/** The filters in the address: known values, ids, days and codes, never anything that was typed. */
export function useClaimFilters(): ClaimFilterState {
  const { payers } = usePayers();
  const [params, setParams] = useSearchParams();
  const show = allowedValue(params.get('show'), showNames);
  const payerIds = useMemo(() => payers?.map(({ id }) => id) ?? [], [payers]);
  const payerId = allowedValue(params.get('payer'), payerIds);
  const age = allowedValue(params.get('age'), ages);
  const dayOf = (name: Name) => {
    const day = params.get(name) ?? '';
    return isDay(day) ? day : '';
  };
  const [from, until] = [dayOf('from'), dayOf('until')];
  const asked = params.get('cause') ?? '';
  const cause = causeShape.test(asked) ? asked : undefined;
  const filter = useMemo(
    () => ({
      ...(show && { states: shows[show] }),
      ...(payerId !== undefined && { payerId }),
      ...(age && { olderThanDays: Number(age) }),
      ...(from !== '' && { from }),
      ...(until !== '' && { until }),
      ...(cause !== undefined && { cause }),
    }),
    [show, payerId, age, from, until, cause],
  );
  const write = (changes: readonly (readonly [Name, string | undefined])[]) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of changes)
      if (value === undefined || value === '') next.delete(name);
      else next.set(name, value);
    setParams(next, { replace: true });
  };
  return {
    show,
    payerId,
    age,
    from,
    until,
    cause,
    filter,
    set: (name, value) => write([[name, value]]),
    clear: () => write(names.map((name) => [name, undefined])),
  };
}
