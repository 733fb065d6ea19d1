/** How a record to draw is found: the first row that a search answers. */
interface FirstOf {
  /** `claims` asks `POST /api/claims/search`. */
  readonly list: string;
  readonly filter?: Readonly<Record<string, unknown>>;
  readonly sort?: { readonly field: string; readonly order: 'ASC' | 'DESC' };
  /** Where in its row the id stands: `visit.id`; otherwise `id`. */
  readonly at?: string;
  /** What must stand in the row: `visit.note`. */
  readonly has?: string;
}

/** One picture in `docs/screens/`. */
export interface Screen {
  readonly name: string;
  /** The page, as `admin/areas.ts` or `portal/places.ts` has it. */
  readonly route: string;
  readonly as: 'front_desk' | 'clinician' | 'biller' | 'administrator' | 'client';
  /** What is said of it under the list of pictures. */
  readonly shows: string;
  readonly record?: FirstOf;
  /** Behind the path. */
  readonly query?: string;
  /** Must be there before it is drawn; beside this nothing may be a skeleton any more. */
  readonly until?: string;
  readonly dark?: true;
  /** With the first walk beside the page. */
  readonly walk?: true;
}

/** Every page of the console and of the portal: `npm run screens` draws them, a test holds that none is missing. */
export const screens: readonly Screen[] = [
  {
    name: 'today',
    route: '/today',
    as: 'front_desk',
    shows: 'Today, as the front desk sees it',
    until: 'article .k-next',
    dark: true,
  },
  { name: 'my-day', route: '/my-day', as: 'clinician', shows: 'A clinician’s day', dark: true },
  {
    name: 'first-walk',
    route: '/today',
    as: 'administrator',
    shows: 'The first walk, below the menu',
    until: '.walk',
    walk: true,
  },
  { name: 'calendar', route: '/calendar', as: 'front_desk', shows: 'A day of the calendar', dark: true },
  { name: 'calendar-week', route: '/calendar', as: 'clinician', shows: 'A week of the calendar', query: '?view=week' },
  {
    name: 'appointment',
    route: '/calendar/appointments/:id',
    as: 'front_desk',
    shows: 'One appointment: what happens next, and what happened',
    record: { list: 'appointments', filter: { states: ['confirmed'] }, sort: { field: 'startsAt', order: 'ASC' } },
  },
  {
    name: 'note',
    route: '/calendar/visits/:id/note',
    as: 'clinician',
    shows: 'The note of a visit',
    record: {
      list: 'appointments',
      filter: { states: ['completed'] },
      sort: { field: 'startsAt', order: 'DESC' },
      at: 'visit.id',
      has: 'visit.note',
    },
  },
  { name: 'clients', route: '/clients', as: 'front_desk', shows: 'Clients' },
  {
    name: 'client',
    route: '/clients/:id',
    as: 'front_desk',
    shows: 'One client: what is ahead, what reaches her, what happened',
    record: { list: 'clients', filter: { text: 'ana whitfield' }, at: 'clientId' },
  },
  { name: 'messages', route: '/messages', as: 'front_desk', shows: 'Messages' },
  { name: 'work', route: '/work', as: 'biller', shows: 'Everything that needs a person', dark: true },
  { name: 'charges', route: '/charges', as: 'biller', shows: 'What visits are billed as' },
  { name: 'claims', route: '/claims', as: 'biller', shows: 'Claims' },
  {
    name: 'claim',
    route: '/claims/:id',
    as: 'biller',
    shows: 'A denied claim: its money to the cent, what is wrong, what helps',
    record: { list: 'claims', filter: { states: ['denied'] } },
    dark: true,
  },
  { name: 'batches', route: '/claims/batches', as: 'biller', shows: 'Batches that left' },
  {
    name: 'batch',
    route: '/claims/batches/:id',
    as: 'biller',
    shows: 'One batch and what came back for it',
    record: { list: 'claim-batches' },
  },
  { name: 'remittances', route: '/remittances', as: 'biller', shows: 'Payments of payers' },
  {
    name: 'remittance',
    route: '/remittances/:id',
    as: 'biller',
    shows: 'A payment with answers that wait for a person',
    record: { list: 'remittances', filter: { waiting: true } },
  },
  {
    name: 'answer',
    route: '/remittances/answers/:id',
    as: 'biller',
    shows: 'One answer of a payer',
    record: { list: 'remittance-claims', filter: { states: ['posted'] } },
  },
  {
    name: 'file',
    route: '/remittances/files/:id',
    as: 'biller',
    shows: 'A file that came in',
    record: { list: 'remittance-files' },
  },
  { name: 'balances', route: '/balances', as: 'biller', shows: 'What clients owe' },
  {
    name: 'balance',
    route: '/balances/:id',
    as: 'biller',
    shows: 'Why a client owes what she owes',
    record: { list: 'balances', at: 'clientId' },
  },
  {
    name: 'practice',
    route: '/practice',
    as: 'administrator',
    shows: 'The practice, as its owner sees it',
    dark: true,
  },
  { name: 'reports', route: '/reports', as: 'administrator', shows: 'Reports' },
  { name: 'revenue', route: '/reports/revenue', as: 'administrator', shows: 'Revenue' },
  { name: 'aging', route: '/reports/aging', as: 'administrator', shows: 'What is owed, by age' },
  { name: 'no-shows', route: '/reports/no-shows', as: 'administrator', shows: 'Who did not come' },
  { name: 'reminders', route: '/reports/reminders', as: 'administrator', shows: 'What reminders reached' },
  {
    name: 'unsigned-notes',
    route: '/reports/unsigned-notes',
    as: 'administrator',
    shows: 'Notes that nobody has signed',
  },
  { name: 'system', route: '/system', as: 'administrator', shows: 'Whether every part works, and what waits' },
  { name: 'settings', route: '/settings', as: 'administrator', shows: 'How the practice is set up' },
  { name: 'portal', route: 'portal:/', as: 'client', shows: 'The portal, as a client sees it', dark: true },
];
