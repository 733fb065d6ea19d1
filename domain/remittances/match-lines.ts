import type { Cents } from '../money/cents';
import { type RemittanceLine, serviceDayOf } from '../x12/remittance';

/** A line that we billed. */
export interface BilledLine {
  readonly chargeId: string;
  readonly lineControl: string;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly cents: Cents;
  /** `YYYY-MM-DD` */
  readonly serviceDay: string;
}

/**
 * Which of our lines each line of the payer is about: by our own number; else by code, modifiers, day and charge; else by
 * code, day and charge, for payers that drop modifiers. A bundled line names in SVC06 what we billed. Each of ours is used
 * once. Undefined: some line is none of ours for certain.
 */
export function matchLines(
  lines: readonly RemittanceLine[],
  billed: readonly BilledLine[],
): ReadonlyMap<RemittanceLine, BilledLine> | undefined {
  const matched = linesFor(lines, billed);
  return matched.size === lines.length ? matched : undefined;
}

/** The same as far as it is certain. */
export function linesFor(
  lines: readonly RemittanceLine[],
  billed: readonly BilledLine[],
): ReadonlyMap<RemittanceLine, BilledLine> {
  const free = new Set(billed);
  const matched = new Map<RemittanceLine, BilledLine>();
  for (const tier of tiers)
    for (const line of lines) {
      if (matched.has(line)) continue;
      const found = [...free].filter((one) => tier(line, one));
      const [only] = found;
      // two of ours that are alike in all that counts are as good as each other
      if (!only || found.some((one) => one.cents !== only.cents || one.code !== only.code)) continue;
      matched.set(line, only);
      free.delete(only);
    }
  return matched;
}

type Tier = (line: RemittanceLine, billed: BilledLine) => boolean;

const askedFor = (line: RemittanceLine) => line.original ?? line.procedure;
const sameDay: Tier = (line, billed) => {
  const day = serviceDayOf(line);
  return day === undefined || day === billed.serviceDay.replaceAll('-', '');
};
const sameWork: Tier = (line, billed) =>
  askedFor(line).code === billed.code && Math.abs(line.charge) === billed.cents && sameDay(line, billed);

const tiers: readonly Tier[] = [
  (line, billed) => line.lineControlNumber === billed.lineControl,
  (line, billed) =>
    line.lineControlNumber === undefined &&
    sameWork(line, billed) &&
    [...askedFor(line).modifiers].toSorted().join() === [...billed.modifiers].toSorted().join(),
  (line, billed) => line.lineControlNumber === undefined && sameWork(line, billed),
];
