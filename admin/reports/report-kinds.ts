import type { RevenueView } from '../../api/reports/report.contract';

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
