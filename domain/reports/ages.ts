/** Which of the ages so many days are: 0 below the first edge, and one more at each. As `width_bucket` counts in SQL. */
export const ageOf = (days: number, edges: readonly number[]): number => edges.filter((edge) => days >= edge).length;

/** The sums of each age, youngest first; what has no known age is among the oldest. */
export function byAge(
  rows: readonly { readonly age: number | null; readonly value: number }[],
  edges: readonly number[],
): readonly number[] {
  const sums = Array.from({ length: edges.length + 1 }, () => 0);
  for (const { age, value } of rows) {
    const at = age ?? edges.length;
    sums[at] = (sums[at] ?? 0) + value;
  }
  return sums;
}
