/** A day that exists, YYYYMMDD. X12 has no zone: these are days as written. */
export function isDate(text: string): boolean {
  if (!/^\d{8}$/.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))];
  return year >= 1800 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** HHMM, HHMMSS, and further digits of seconds. */
export const isTime = (text: string): boolean => /^([01]\d|2[0-3])[0-5]\d([0-5]\d\d{0,2})?$/.test(text);

/** `20261015` or `20261015-20261016`: the days, if both exist and stand in order. */
export function daysOf(format: string, text: string): { readonly from: string; readonly to: string } | undefined {
  const days = format === 'RD8' ? text.split('-') : [text];
  const [from = '', to = from] = days;
  const whole = days.length === (format === 'RD8' ? 2 : 1) && isDate(from) && isDate(to);
  return whole && from <= to ? { from, to } : undefined;
}
