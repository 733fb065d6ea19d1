import { type Instant, addMinutes } from '../time/instant';
import { instantAt, wallTimeAt } from '../time/wall-time';
import { openings } from './openings';

const zone = 'America/New_York';
const at = (time: string): Instant => instantAt(`2026-12-01T${time}`, zone);
const span = (from: string, to: string) => ({ from: at(from), to: at(to) });
const shift = [span('09:00', '17:00')];
const found = (busy: readonly ReturnType<typeof span>[], from = at('08:00'), minutes = 45) =>
  openings(shift, busy, from, minutes, zone).map((one) =>
    [one.from, one.to].map((instant) => wallTimeAt(instant, zone).slice(11)).join('–'),
  );

test('a day without anything is one opening, from now on', () => {
  expect(found([])).toEqual(['09:00–17:00']);
  expect(found([], at('13:52'))).toEqual(['14:00–17:00']);
  expect(found([], addMinutes(at('14:00'), 0.01))).toEqual(['14:15–17:00']);
  expect(found([], at('16:30'))).toEqual([]);
});

test('what is held parts the day, whatever its order and however it overlaps', () => {
  const busy = [span('14:00', '15:00'), span('10:00', '11:10'), span('10:30', '11:00'), span('16:40', '18:00')];
  expect(found(busy)).toEqual(['09:00–10:00', '11:15–14:00', '15:00–16:40']);
});

test('a gap that is too short is none', () => {
  expect(found([span('09:40', '16:20')], at('08:00'), 45)).toEqual([]);
  expect(found([span('09:40', '16:20')], at('08:00'), 40)).toEqual(['09:00–09:40']);
});
