import type { StaffRole } from '../../domain/access/roles';

/** Clearly invented: no such practice, no such people; numbers from the range that is kept for fiction. */
export const practice = { name: 'Cedar & Main Counseling', zone: 'America/New_York', phone: '+12125550100' } as const;

/** Signs in everywhere in the demonstration; generated for nobody else. */
export const password = 'kept-demo-practice';

export interface DemoStaff {
  readonly role: StaffRole;
  readonly email: string;
  readonly name: string;
  readonly short: string;
  readonly credentials: string | null;
  readonly colour: number;
  /** As whom payers know a clinician. */
  readonly billing?: {
    readonly firstName: string;
    readonly lastName: string;
    readonly npi: string;
    readonly taxonomy: string;
  };
}

export const administrator = { email: 'owner@cedar.example', name: 'Rosalind Vance', short: 'R. Vance' } as const;

export const staff: readonly DemoStaff[] = [
  {
    role: 'front_desk',
    email: 'desk@cedar.example',
    name: 'Mara Osborne',
    short: 'M. Osborne',
    credentials: null,
    colour: 5,
  },
  {
    role: 'biller',
    email: 'billing@cedar.example',
    name: 'Ivo Lasky',
    short: 'I. Lasky',
    credentials: null,
    colour: 5,
  },
  {
    role: 'auditor',
    email: 'audit@cedar.example',
    name: 'Petra Quill',
    short: 'P. Quill',
    credentials: null,
    colour: 5,
  },
  {
    role: 'clinician',
    email: 'reyes@cedar.example',
    name: 'Dr. Camila Reyes',
    short: 'Dr. Reyes',
    credentials: 'PsyD',
    colour: 1,
    billing: { firstName: 'CAMILA', lastName: 'REYES', npi: '1477000115', taxonomy: '103TC0700X' },
  },
  {
    role: 'clinician',
    email: 'okafor@cedar.example',
    name: 'Lewis Okafor',
    short: 'L. Okafor',
    credentials: 'LCSW',
    colour: 2,
    billing: { firstName: 'LEWIS', lastName: 'OKAFOR', npi: '1902000128', taxonomy: '1041C0700X' },
  },
  {
    role: 'clinician',
    email: 'lindqvist@cedar.example',
    name: 'Dr. Signe Lindqvist',
    short: 'Dr. Lindqvist',
    credentials: 'MD',
    colour: 3,
    billing: { firstName: 'SIGNE', lastName: 'LINDQVIST', npi: '1639000136', taxonomy: '2084P0800X' },
  },
  {
    role: 'supervisor',
    email: 'tran@cedar.example',
    name: 'Minh Tran',
    short: 'M. Tran',
    credentials: 'LMFT',
    colour: 4,
    billing: { firstName: 'MINH', lastName: 'TRAN', npi: '1528000106', taxonomy: '106H00000X' },
  },
];

/** Clinicians of the full practice beside them. */
export const moreStaff: readonly DemoStaff[] = [
  {
    role: 'clinician',
    email: 'holloway@cedar.example',
    name: 'Adaeze Holloway',
    short: 'A. Holloway',
    credentials: 'LMHC',
    colour: 5,
    billing: { firstName: 'ADAEZE', lastName: 'HOLLOWAY', npi: '1667000149', taxonomy: '101YM0800X' },
  },
  {
    role: 'clinician',
    email: 'ekberg@cedar.example',
    name: 'Dr. Jonas Ekberg',
    short: 'Dr. Ekberg',
    credentials: 'PhD',
    colour: 6,
    billing: { firstName: 'JONAS', lastName: 'EKBERG', npi: '1758000156', taxonomy: '103TC0700X' },
  },
];

export interface DemoClient {
  readonly first: string;
  readonly last: string;
  readonly pronouns: string;
  readonly born: string;
  readonly language?: 'en' | 'es';
  readonly zone?: string;
}

export const clients: readonly DemoClient[] = [
  { first: 'Ana', last: 'Whitfield', pronouns: 'she', born: '1990-05-04' },
  { first: 'Grace', last: 'Kowalski', pronouns: 'she', born: '1978-11-19' },
  { first: 'Theo', last: 'Marchetti', pronouns: 'they', born: '2001-02-27' },
  { first: 'Samuel', last: 'Osei', pronouns: 'he', born: '1985-08-13' },
  { first: 'Priya', last: 'Raman', pronouns: 'she', born: '1994-01-08' },
  { first: 'Daniel', last: 'Ferro', pronouns: 'he', born: '1969-06-30' },
  { first: 'Noor', last: 'Haddad', pronouns: 'she', born: '1998-09-22' },
  { first: 'Eleanor', last: 'Pike', pronouns: 'she', born: '1951-03-15' },
  { first: 'Marcus', last: 'Bell', pronouns: 'he', born: '1982-12-05' },
  { first: 'Isla', last: 'Moreno', pronouns: 'she', born: '2007-07-11', language: 'es' },
  { first: 'Wei', last: 'Zhang', pronouns: 'he', born: '1976-04-02' },
  { first: 'Jonah', last: 'Abrams', pronouns: 'he', born: '1989-10-28' },
  { first: 'Bea', last: 'Lindholm', pronouns: 'she', born: '1996-05-17' },
  { first: 'Ruth', last: 'Calloway', pronouns: 'she', born: '1944-08-09' },
  { first: 'Omar', last: 'Siddiq', pronouns: 'he', born: '1991-01-25', zone: 'America/Chicago' },
  { first: 'Lucía', last: 'Ferreira', pronouns: 'she', born: '2003-03-03', language: 'es' },
];

/** Whom guides and journeys know, by place; the last of them have claims out, and nothing booked ahead. */
export const known: readonly DemoClient[] = [
  ...clients,
  { first: 'Hana', last: 'Okada', pronouns: 'she', born: '1987-02-14' },
  { first: 'Felix', last: 'Brandt', pronouns: 'he', born: '1993-12-01' },
  { first: 'Amara', last: 'Nwosu', pronouns: 'she', born: '1980-07-29' },
  { first: 'Leo', last: 'Castellano', pronouns: 'he', born: '1972-03-18' },
  { first: 'Mina', last: 'Petrov', pronouns: 'they', born: '1999-10-05' },
];
