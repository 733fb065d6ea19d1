/** Of the visits that were to be, the share that was missed or called off too late; undefined where there were none. */
export function missedShare(of: {
  readonly kept: number;
  readonly missed: number;
  readonly late: number;
}): number | undefined {
  const all = of.kept + of.missed + of.late;
  return all === 0 ? undefined : (of.missed + of.late) / all;
}
