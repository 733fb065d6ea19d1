import type { RemindersView } from '../../api/reports/report.contract';
import { reminderChannels, reminderFates } from './report-kinds';

type Month = RemindersView['months'][number];
type Fates = Month['channels']['sms'];

/** What became of the reminders of some months, over all channels. */
export function fatesOf(months: readonly Pick<Month, 'channels'>[]): Fates {
  const sums = { delivered: 0, sent: 0, failed: 0, left_out: 0 };
  for (const { channels } of months)
    for (const channel of reminderChannels) for (const fate of reminderFates) sums[fate] += channels[channel][fate];
  return sums;
}
