import type { findTimes } from '../../api/schedule/appointment.contract';
import type { ResponseOf } from '../../api/http/contract';
import type { Problem } from '../../browser/http/problem';

type Found = ResponseOf<typeof findTimes>;
/** A free start, as an instant and as the practice's clock shows it. */
export type Free = Found['times'][number];
export type TakenBy = Found['takenBy'][number];

/** The start to suggest for a wish: itself where it is free and among the working hours, else the free one nearest to it. */
export function nearest({ times }: Pick<Found, 'times'>, wish: string): string | undefined {
  const apart = ({ start }: Free) => Math.abs(minutesOf(start) - minutesOf(wish));
  return times.toSorted((a, b) => apart(a) - apart(b) || a.startsAt - b.startsAt)[0]?.start;
}

/** On a clock that no zone moves: how far apart two wall times are. */
const minutesOf = (wall: string): number => Date.parse(`${wall}Z`) / 60_000;

export interface Refusal {
  readonly by: readonly TakenBy[];
  /** Free starts near it, epoch milliseconds. */
  readonly alternatives: readonly number[];
}

/** What the server says when a time is taken; undefined for any other problem. */
export function refusalOf({ code, params }: Pick<Problem, 'code' | 'params'>): Refusal | undefined {
  if (code !== 'slot_taken') return undefined;
  const { taken, alternatives } = params;
  return {
    by: Array.isArray(taken) ? taken.filter(isTakenBy) : [],
    alternatives: Array.isArray(alternatives) ? alternatives.filter((one) => typeof one === 'number') : [],
  };
}

const isTakenBy = (value: unknown): value is TakenBy => value === 'clinician' || value === 'room' || value === 'client';
