import { type Day, addDays, weekdayOf } from '../../domain/time/wall-time';

/** So many days from Monday to Friday before `day`. */
export function workingDay(day: Day, before: number): Day {
  let found = day;
  for (let left = before; left > 0;) {
    found = addDays(found, -1);
    if (weekdayOf(found) <= 5) left -= 1;
  }
  return found;
}
