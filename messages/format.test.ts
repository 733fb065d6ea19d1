import { formatsIn } from './format';

const newYork = formatsIn({ language: 'en', zone: 'America/New_York' });
const portland = formatsIn({ language: 'en', zone: 'America/Los_Angeles' });
const spanish = formatsIn({ language: 'es', zone: 'America/New_York' });
const two = '2026-12-01T19:00:00Z';

test('times have twelve hours and plain spaces, in the zone that is asked for', () => {
  expect([newYork.time(two), portland.time(two)]).toEqual(['2:00 PM', '11:00 AM']);
  expect(newYork.timeRange(two, '2026-12-01T19:50:00Z')).toBe('2:00 – 2:50 PM');
  expect(newYork.timeRange('2026-12-01T16:30:00Z', '2026-12-01T17:20:00Z')).toBe('11:30 AM – 12:20 PM');
  expect(newYork.timeRange('2026-12-02T04:30:00Z', '2026-12-02T05:20:00Z')).toBe('11:30 PM – 12:20 AM');
  expect(newYork.timeWithZone(two)).toBe('2:00 PM EST');
  expect(spanish.time(two)).toBe('2:00 p.m.');
});

test('a phone number is written as in the country, another one as it is', () => {
  expect(newYork.phone('+12125550100')).toBe('(212) 555-0100');
  expect(newYork.phone('+34912345678')).toBe('+34912345678');
});

test('a ZIP code of nine digits is written in two parts', () => {
  expect(['12207', '122070001', '12207-0001'].map((digits) => newYork.zip(digits))).toEqual([
    '12207',
    '12207-0001',
    '12207-0001',
  ]);
});

test('days are short in lists and long in titles', () => {
  expect(newYork.day(two)).toBe('Tue, Dec 1');
  expect(newYork.longDay(two)).toBe('Tuesday, December 1');
  expect(newYork.shortDay(two)).toBe('Dec 1');
  expect(newYork.date(two)).toBe('Dec 1, 2026');
  expect(newYork.dayTime(two)).toBe('Tue, Dec 1 · 2:00 PM');
});

test('a month has its year where it needs one', () => {
  expect([newYork.month('2026-12'), newYork.shortMonth('2026-12')]).toEqual(['Dec 2026', 'Dec']);
});

test('money is rounded where there is little room', () => {
  expect([0, 24_480, 123_456, 1_500_000, -4_250_000, 123_456_789].map((cents) => newYork.roundMoney(cents))).toEqual([
    '$0',
    '$245',
    '$1.23K',
    '$15K',
    '-$42.5K',
    '$1.23M',
  ]);
});

test('the same instant is another day elsewhere', () => {
  const late = new Date('2026-12-02T04:30:00Z');
  expect([newYork.day(late), formatsIn({ language: 'en', zone: 'UTC' }).day(late)]).toEqual([
    'Tue, Dec 1',
    'Wed, Dec 2',
  ]);
});

test('a birth date is the same day everywhere', () => {
  const kiritimati = formatsIn({ language: 'en', zone: 'Pacific/Kiritimati' });
  expect([kiritimati.calendarDate('1992-03-09'), portland.calendarDay('2026-12-01')]).toEqual([
    'Mar 9, 1992',
    'Tue, Dec 1',
  ]);
  expect(() => newYork.calendarDate('12/01/2026')).toThrow(RangeError);
});

test('several days are named by their month, or from the first to the last', () => {
  expect([newYork.calendarWeekday('2026-12-01'), newYork.calendarMonth('2026-12-01')]).toEqual([
    'Tue',
    'December 2026',
  ]);
  expect(newYork.calendarDays('2026-11-29', '2026-12-05')).toBe('Nov 29 – Dec 5, 2026');
  expect(newYork.calendarDays('2026-12-06', '2026-12-12')).toBe('Dec 6 – 12, 2026');
  expect(spanish.calendarMonth('2026-12-01')).toBe('diciembre de 2026');
});

test('money is exact to the cent and refuses a fraction of one', () => {
  expect([0, 5, 2500, -123_450, 9_007_199_254_740_991].map((cents) => newYork.money(cents))).toEqual([
    '$0.00',
    '$0.05',
    '$25.00',
    '-$1,234.50',
    '$90,071,992,547,409.91',
  ]);
  expect([2500, 2550].map((cents) => newYork.shortMoney(cents))).toEqual(['$25', '$25.50']);
  expect(() => newYork.money(0.5)).toThrow(RangeError);
});

test('the city stands for the zone, and near times are told as distances', () => {
  expect(newYork.zoneCity).toBe('New York');
  expect([-6, 0, 90, 2880].map((minutes) => newYork.fromNow(Date.parse(two) + minutes * 60_000, two))).toEqual([
    '6 minutes ago',
    'this minute',
    'in 2 hours',
    'in 2 days',
  ]);
  expect([newYork.number(1140), newYork.percent(0.125)]).toEqual(['1,140', '12.5%']);
});
