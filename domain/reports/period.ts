import type { PracticeTx } from '../database/practice-tx';
import { practiceToday } from '../practice/today';
import { invalid } from '../problems';
import type { Day } from '../time/wall-time';

const monthsInYear = 12;

interface YearUntil {
  /** The first day of the first month. */
  readonly from: Day;
  /** `2026-11`, oldest first; the last one goes as far as the day. */
  readonly months: readonly string[];
}

/** The twelve months that end with the month of a day. */
export function yearUntil(asOf: Day): YearUntil {
  const [year = 0, month = 1] = asOf.split('-').map(Number);
  const months = Array.from({ length: monthsInYear }, (_, index) => {
    const at = year * monthsInYear + (month - 1) - (monthsInYear - 1 - index);
    return `${String(Math.floor(at / monthsInYear)).padStart(4, '0')}-${String((at % monthsInYear) + 1).padStart(2, '0')}`;
  });
  return { from: `${months[0] ?? ''}-01`, months };
}

/** The day that a report speaks of: the practice's today, unless another is asked for. @throws AppError `invalid` for one ahead */
export async function dayOfReport(tx: PracticeTx, asOf: Day | undefined): Promise<Day> {
  const today = await practiceToday(tx);
  if (asOf !== undefined && asOf > today) throw invalid('/asOf', 'day_in_future');
  return asOf ?? today;
}
