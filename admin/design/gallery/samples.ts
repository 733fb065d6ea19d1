import type { TableSort } from '../table-column';

/** Invented, every one of them: nobody here exists, and no page of the product reads this file. */
export interface SampleClaim {
  readonly id: string;
  readonly client: string;
  readonly payer: string;
  readonly day: string;
  readonly cents: number;
  readonly state: 'denied' | 'ready' | 'sent' | 'paid';
  readonly next: string;
}

export const sampleClaims: readonly SampleClaim[] = [
  {
    id: 'S-1041',
    client: 'Juniper Vale',
    payer: 'Lantern Health',
    day: '2026-12-01',
    cents: 16_500,
    state: 'denied',
    next: 'Correct by Jan 20',
  },
  {
    id: 'S-1042',
    client: 'Orla Finch',
    payer: 'Lantern Health',
    day: '2026-12-01',
    cents: 15_000,
    state: 'ready',
    next: 'Goes out tonight, 8:00 PM',
  },
  {
    id: 'S-1043',
    client: 'Cosmo Reed',
    payer: 'Harbor Mutual',
    day: '2026-11-30',
    cents: 120_000,
    state: 'sent',
    next: 'Answer expected by Dec 14',
  },
  {
    id: 'S-1044',
    client: 'Wren Abbott',
    payer: 'Harbor Mutual',
    day: '2026-11-28',
    cents: 9500,
    state: 'paid',
    next: 'Nothing more to do',
  },
];

export const sortClaims = (claims: readonly SampleClaim[], { field, order }: TableSort): readonly SampleClaim[] => {
  const key = field as keyof SampleClaim;
  const sign = order === 'ASC' ? 1 : -1;
  return claims.toSorted((a, b) => (a[key] < b[key] ? -sign : a[key] > b[key] ? sign : 0));
};

export const samplePeople = [
  { id: 'p1', name: 'Juniper Vale', detail: 'Mar 9, 1992' },
  { id: 'p2', name: 'Juno Valdez', detail: 'Jul 21, 1988' },
  { id: 'p3', name: 'Orla Finch', detail: 'Jan 2, 2001' },
  { id: 'p4', name: 'Cosmo Reed', detail: 'Oct 30, 1975' },
  { id: 'p5', name: 'Wren Abbott', detail: 'May 14, 1996' },
];

export const sampleSession = {
  person: { membershipId: 'mira', name: 'Mira Okonjo', initials: 'MO' },
  practice: { id: 'elm', name: 'Elm Street Practice', zone: 'America/New_York' },
  roles: ['front_desk'],
  capabilities: [],
  idleAt: 0,
  expiresAt: 0,
  idleSeconds: 900,
  preferences: {},
};
