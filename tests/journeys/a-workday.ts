import { instantOf } from '../../domain/time/instant';
import { wallTimeAt } from '../../domain/time/wall-time';

const dayMs = 86_400_000;
const zone = 'America/New_York';

/** The first day, so many days ahead or later, on which the demo practice works: `2026-12-01`. */
export function aWorkday(days: number): string {
  for (let at = Date.now() + days * dayMs; ; at += dayMs) {
    const day = wallTimeAt(instantOf(at), zone).slice(0, 10);
    const weekday = new Date(`${day}T12:00Z`).getUTCDay();
    if (weekday >= 1 && weekday <= 5) return day;
  }
}
