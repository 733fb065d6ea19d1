import type { AppointmentView } from '../../api/schedule/appointment.contract';
import type { CalendarDay } from '../schedule/day-shape';

type Block = CalendarDay['blocks'][number];

/** What a clinician's day is made of, in the order of its time. */
export type DayLine = { readonly key: string; readonly startsAt: number; readonly endsAt: number } & (
  | { readonly kind: 'visit'; readonly appointment: AppointmentView }
  | { readonly kind: 'block'; readonly block: Block }
  /** Nothing holds it; `minutes` of it are left. */
  | { readonly kind: 'gap'; readonly minutes: number }
);

const minuteMs = 60_000;
/** Less is the way from one room to the next. */
const shortestGapMinutes = 15;

const holdsTime = ({ state }: AppointmentView): boolean =>
  state !== 'cancelled' && state !== 'declined' && state !== 'no_show';

/** Her visits, the time that is kept free of them, and what lies open in between from `now` (epoch milliseconds) on. */
export function dayLines(
  appointments: readonly AppointmentView[],
  blocks: readonly Block[],
  now: number,
): readonly DayLine[] {
  const lines: readonly DayLine[] = [
    ...appointments
      .filter(({ state }) => state !== 'declined')
      .map((one): DayLine => ({ kind: 'visit', key: one.id, appointment: one, ...timesOf(one) })),
    ...blocks.map((one): DayLine => ({ kind: 'block', key: one.id, block: one, ...timesOf(one) })),
  ];
  let heldUntil: number | undefined;
  return lines.toSorted(byStart).flatMap((line) => {
    if (line.kind === 'visit' && !holdsTime(line.appointment)) return [line];
    const gap = heldUntil === undefined ? undefined : gapOf(heldUntil, line.startsAt, now);
    heldUntil = Math.max(heldUntil ?? 0, line.endsAt);
    return gap ? [gap, line] : [line];
  });
}

function gapOf(from: number, to: number, now: number): DayLine | undefined {
  const minutes = Math.floor((to - Math.max(from, now)) / minuteMs);
  if (minutes < shortestGapMinutes) return undefined;
  return { kind: 'gap', key: `gap ${from}`, startsAt: from, endsAt: to, minutes };
}

const timesOf = ({ startsAt, endsAt }: { readonly startsAt: number; readonly endsAt: number }) => ({
  startsAt,
  endsAt,
});

const byStart = (a: DayLine, b: DayLine): number => a.startsAt - b.startsAt || (a.key < b.key ? -1 : 1);
