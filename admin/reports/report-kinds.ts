import type { NoShowsView, RemindersView, RevenueView } from '../../api/reports/report.contract';

/** How money comes in, in the order in which it is shown. */
export const moneyKinds = [
  'insurer',
  'card',
  'cash',
  'check',
  'other',
] as const satisfies readonly (keyof RevenueView['months'][number]['kinds'])[];
/** How old what is owed is, as the server orders it: youngest first. */
export const debtAges = ['days_0_30', 'days_31_60', 'days_61_90', 'days_91_120', 'days_121'] as const;
/** What becomes of an appointment. */
export const attendances = ['kept', 'missed', 'late', 'undecided'] as const satisfies readonly (keyof NoShowsView)[];
type Channels = RemindersView['months'][number]['channels'];
export const reminderChannels = ['sms', 'email'] as const satisfies readonly (keyof Channels)[];
/** What becomes of a reminder. */
export const reminderFates = [
  'delivered',
  'sent',
  'failed',
  'left_out',
] as const satisfies readonly (keyof Channels['sms'])[];
/** How long a note waits, youngest first. */
export const noteAges = ['days_0_3', 'days_4_7', 'days_8_14', 'days_15_30', 'days_31'] as const;
