import {
  CalendarDays,
  ChartNoAxesColumn,
  FileText,
  Gauge,
  HeartPulse,
  Landmark,
  ListChecks,
  MessagesSquare,
  ReceiptText,
  Settings2,
  ShieldCheck,
  Sun,
  UserRoundCheck,
  Users,
  Wallet,
} from 'lucide-react';
import type { ComponentType } from 'react';
import type { IconDrawing } from './design/icon';
import { lazyPage } from './lazy-page';

export const areaIds = [
  'my_day',
  'today',
  'calendar',
  'clients',
  'messages',
  'work',
  'charges',
  'claims',
  'remittances',
  'balances',
  'reports',
  'practice',
  'readiness',
  'system',
  'settings',
] as const;
export type AreaId = (typeof areaIds)[number];
export type SectionId = 'day' | 'billing' | 'practice';

/** One address and what is drawn there. `page` is a `lazyPage`. */
export interface AreaPage {
  /** Below the area's own path: '' for itself, ':id' for one record. */
  readonly path: string;
  readonly page: ComponentType;
}

/** A place in the menu. It shows once it has a page of its own, to people who have the capability. */
export interface Area {
  readonly id: AreaId;
  readonly section: SectionId;
  readonly path: string;
  readonly icon: IconDrawing;
  /** Pressed after `g`. */
  readonly key: string;
  /** As the server names it: `schedule.read`. Without one the area is everyone's. */
  readonly needs?: string;
  readonly pages: readonly AreaPage[];
}

/** Every area of the console, in the order of the menu. An area's pages are added here and nowhere else. */
export const areas: readonly Area[] = [
  {
    id: 'my_day',
    section: 'day',
    path: '/my-day',
    icon: UserRoundCheck,
    key: 'v',
    needs: 'notes.read',
    pages: [{ path: '', page: lazyPage(async () => (await import('./my-day/my-day-page.js')).MyDayPage) }],
  },
  {
    id: 'today',
    section: 'day',
    path: '/today',
    icon: Sun,
    key: 't',
    needs: 'schedule.read',
    pages: [{ path: '', page: lazyPage(async () => (await import('./today/today-page.js')).TodayPage) }],
  },
  {
    id: 'calendar',
    section: 'day',
    path: '/calendar',
    icon: CalendarDays,
    key: 'c',
    needs: 'schedule.read',
    pages: [
      { path: '', page: lazyPage(async () => (await import('./calendar/calendar-page.js')).CalendarPage) },
      {
        path: 'appointments/:id',
        page: lazyPage(async () => (await import('./schedule/appointment-page.js')).AppointmentPage),
      },
      { path: 'visits/:id/note', page: lazyPage(async () => (await import('./notes/note-page.js')).NotePage) },
    ],
  },
  {
    id: 'clients',
    section: 'day',
    path: '/clients',
    icon: Users,
    key: 'l',
    needs: 'clients.read',
    pages: [
      { path: '', page: lazyPage(async () => (await import('./clients/clients-page.js')).ClientsPage) },
      { path: ':id', page: lazyPage(async () => (await import('./clients/client-page.js')).ClientPage) },
    ],
  },
  {
    id: 'messages',
    section: 'day',
    path: '/messages',
    icon: MessagesSquare,
    key: 'm',
    needs: 'messages.read',
    pages: [{ path: '', page: lazyPage(async () => (await import('./messages/messages-page.js')).MessagesPage) }],
  },
  {
    id: 'work',
    section: 'day',
    path: '/work',
    icon: ListChecks,
    key: 'w',
    needs: 'work.read',
    pages: [{ path: '', page: lazyPage(async () => (await import('./work/work-page.js')).WorkPage) }],
  },
  {
    id: 'charges',
    section: 'billing',
    path: '/charges',
    icon: ReceiptText,
    key: 'h',
    needs: 'billing.read',
    pages: [{ path: '', page: lazyPage(async () => (await import('./charges/charges-page.js')).ChargesPage) }],
  },
  {
    id: 'claims',
    section: 'billing',
    path: '/claims',
    icon: FileText,
    key: 'b',
    needs: 'billing.read',
    pages: [
      { path: '', page: lazyPage(async () => (await import('./claims/claims-page.js')).ClaimsPage) },
      { path: 'batches', page: lazyPage(async () => (await import('./claims/batches-page.js')).BatchesPage) },
      { path: 'batches/:id', page: lazyPage(async () => (await import('./claims/batch-page.js')).BatchPage) },
      { path: ':id', page: lazyPage(async () => (await import('./claims/claim-page.js')).ClaimPage) },
    ],
  },
  {
    id: 'remittances',
    section: 'billing',
    path: '/remittances',
    icon: Landmark,
    key: 'r',
    needs: 'billing.read',
    pages: [
      { path: '', page: lazyPage(async () => (await import('./remittances/remittances-page.js')).RemittancesPage) },
      { path: 'answers/:id', page: lazyPage(async () => (await import('./remittances/answer-page.js')).AnswerPage) },
      { path: 'files/:id', page: lazyPage(async () => (await import('./remittances/file-page.js')).FilePage) },
      { path: ':id', page: lazyPage(async () => (await import('./remittances/remittance-page.js')).RemittancePage) },
    ],
  },
  {
    id: 'balances',
    section: 'billing',
    path: '/balances',
    icon: Wallet,
    key: 'a',
    needs: 'balances.read',
    pages: [
      { path: '', page: lazyPage(async () => (await import('./balances/balances-page.js')).BalancesPage) },
      { path: ':id', page: lazyPage(async () => (await import('./balances/balance-page.js')).BalancePage) },
    ],
  },
  {
    id: 'reports',
    section: 'billing',
    path: '/reports',
    icon: ChartNoAxesColumn,
    key: 'p',
    needs: 'billing.read',
    pages: [
      { path: '', page: lazyPage(async () => (await import('./reports/reports-page.js')).ReportsPage) },
      { path: 'revenue', page: lazyPage(async () => (await import('./reports/revenue-page.js')).RevenuePage) },
      { path: 'aging', page: lazyPage(async () => (await import('./reports/aging-page.js')).AgingPage) },
      { path: 'no-shows', page: lazyPage(async () => (await import('./reports/no-shows-page.js')).NoShowsPage) },
      { path: 'reminders', page: lazyPage(async () => (await import('./reports/reminders-page.js')).RemindersPage) },
      {
        path: 'unsigned-notes',
        page: lazyPage(async () => (await import('./reports/unsigned-notes-page.js')).UnsignedNotesPage),
      },
    ],
  },
  {
    id: 'practice',
    section: 'practice',
    path: '/practice',
    icon: Gauge,
    key: 'o',
    needs: 'reports.read',
    pages: [{ path: '', page: lazyPage(async () => (await import('./practice/practice-page.js')).PracticePage) }],
  },
  { id: 'readiness', section: 'practice', path: '/readiness', icon: ShieldCheck, key: 'd', pages: [] },
  {
    id: 'system',
    section: 'practice',
    path: '/system',
    icon: HeartPulse,
    key: 'y',
    needs: 'system.read',
    pages: [{ path: '', page: lazyPage(async () => (await import('./system/system-page.js')).SystemPage) }],
  },
  {
    id: 'settings',
    section: 'practice',
    path: '/settings',
    icon: Settings2,
    key: 's',
    needs: 'billing.read',
    pages: [{ path: '', page: lazyPage(async () => (await import('./settings/settings-page.js')).SettingsPage) }],
  },
];

/** What of the console is open to a person: areas with a page, and with the capability that they need. */
export const openAreas = (all: readonly Area[], capabilities: readonly string[]): readonly Area[] =>
  all.filter(
    (area) =>
      area.pages.some(({ path }) => path === '') && (area.needs === undefined || capabilities.includes(area.needs)),
  );

/** The area of an address: `/claims/…` is Claims. */
export const areaAt = (all: readonly Area[], path: string): Area | undefined =>
  all.find((area) => path === area.path || path.startsWith(`${area.path}/`));
