import { type Instant, addMinutes, instantOf, later, minutesBetween } from '../time/instant';
import { type Zone, minuteOfDay } from '../time/wall-time';
import { type Span, gridMinutes } from './free-times';

/**
 * The free stretches within working hours, soonest first: outside everything that is held, not before `from`, and long enough
 * for `minutes`. Each begins on the grid on which starts are offered.
 */
export function openings(
  shifts: readonly Span[],
  busy: readonly Span[],
  from: Instant,
  minutes: number,
  zone: Zone,
): readonly Span[] {
  const held = busy.toSorted((a, b) => a.from - b.from);
  return shifts
    .flatMap((shift) => gaps({ from: later(shift.from, from), to: shift.to }, held))
    .map((gap) => ({ from: onGrid(gap.from, zone), to: gap.to }))
    .filter((gap) => minutesBetween(gap.from, gap.to) >= minutes)
    .toSorted((a, b) => a.from - b.from);
}

function gaps(shift: Span, held: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  let { from } = shift;
  for (const one of held) {
    if (one.from >= shift.to) break;
    if (one.from > from) found.push({ from, to: one.from });
    from = later(from, one.to);
  }
  if (from < shift.to) found.push({ from, to: shift.to });
  return found;
}

const minuteMs = 60_000;

/** The first start on the grid, at or after an instant. */
function onGrid(at: Instant, zone: Zone): Instant {
  const whole = instantOf(Math.ceil(at / minuteMs) * minuteMs);
  const beyond = minuteOfDay(whole, zone) % gridMinutes;
  return beyond === 0 ? whole : addMinutes(whole, gridMinutes - beyond);
}
