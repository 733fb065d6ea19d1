export type PartOfDay = 'morning' | 'afternoon' | 'evening';

/** Which greeting fits an hour (0 to 23) on the client's own clock. */
export function partOfDay(hour: number): PartOfDay {
  if (hour >= 4 && hour < 12) return 'morning';
  return hour >= 12 && hour < 18 ? 'afternoon' : 'evening';
}

/** The name that people are greeted by: the first of their names. */
export const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name;
