import { addDays, weekdayOf } from '../../../domain/time/wall-time';
import { known } from '../people';
import { castOf, castSize } from './cast';
import { scheduleOf } from './schedule';

const monday = '2026-11-30';
const days = [0, 1, 2, 3, 4, 5, 6].map((more) => addDays(monday, more));

test('the same day has the same people and the same appointments', () => {
  expect(castOf(monday)).toEqual(castOf(monday));
  expect(scheduleOf(castOf(monday), known.length, monday)).toEqual(scheduleOf(castOf(monday), known.length, monday));
});

test('those whom guides name come first, and nobody is there twice', () => {
  const cast = castOf(monday);
  expect(cast).toHaveLength(castSize);
  expect(cast.slice(0, known.length).map(({ first, last }) => `${first} ${last}`)).toEqual(
    known.map(({ first, last }) => `${first} ${last}`),
  );
  expect(new Set(cast.map(({ first, last }) => `${first} ${last}`)).size).toBe(castSize);
});

test('a child is insured by a parent, one with two homes by both', () => {
  const insured = castOf(monday).flatMap(({ coverages }) => [
    coverages.filter(({ relationship }) => relationship === '19'),
  ]);
  const homes = insured.map((coverages) => new Set(coverages.map(({ holder }) => holder?.home)).size);
  expect(homes).toContain(1);
  expect(homes).toContain(2);
});

test.each(days)(
  'on %s no clinician is in two places, nobody comes today, and all of it is on working days',
  (today) => {
    const schedule = scheduleOf(castOf(today), known.length, today);
    const places = schedule.map(({ clinician, day, minute }) => `${String(clinician)} ${day} ${String(minute)}`);
    expect(new Set(places).size).toBe(schedule.length);
    expect(schedule.filter(({ offset }) => offset === 0)).toEqual([]);
    expect(schedule.filter(({ day }) => weekdayOf(day) > 5)).toEqual([]);
    expect(schedule.length).toBeGreaterThan(1050);
    expect(schedule.length).toBeLessThan(1400);
    expect(schedule.filter(({ offset }) => offset > 0).every(({ note }) => note === 'none')).toBe(true);
  },
);
