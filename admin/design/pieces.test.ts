import { nextIndex } from './next-index';
import { parseMoney } from './parse-money';
import { addMinutesToTime, parseTime } from './parse-time';
import { placeOf } from './place-beside';
import { sortFiles } from './sort-files';
import { sortAfterPress, withKey } from './table-column';
import { createToasts } from './toasts';

describe('a time', () => {
  test.each([
    ['2', '14:00'], ['2p', '14:00'], ['2 pm', '14:00'], ['2:30', '14:30'], ['230', '14:30'], ['230p', '14:30'], ['2.30', '14:30'],
    ['14:30', '14:30'], ['1430', '14:30'], ['9', '09:00'], ['945', '09:45'], ['12', '12:00'], ['noon', '12:00'], ['12a', '00:00'],
    ['12:15 PM', '12:15'], ['2:00 p. m.', '14:00'], ['7', '07:00'], ['6', '18:00'], ['6am', '06:00'], ['02:30', '02:30'], ['0', '00:00'],
  ])('"%s" is read as %s', (text, time) => expect(parseTime(text)).toBe(time)); // prettier-ignore

  test.each(['', 'x', '25', '2:60', '13pm', '0pm', '12345', '2:3', '-2'])('"%s" is no time', (text) => {
    expect(parseTime(text)).toBeUndefined();
  });

  test('steps stay within the day', () => {
    expect([addMinutesToTime('14:30', 15), addMinutesToTime('23:50', 15), addMinutesToTime('00:10', -15)]).toEqual([
      '14:45',
      '23:59',
      '00:00',
    ]);
  });
});

test.each([
  ['25', 2500], ['25.', 2500], ['25.5', 2550], ['25.05', 2505], ['.5', 50], ['$1,234.50', 123_450], [' $ 0 ', 0], ['12,345,678', 1_234_567_800],
])('"%s" is read as %i cents', (text, cents) => expect(parseMoney(text)).toBe(cents)); // prettier-ignore

test.each(['', '.', '$', '-5', '1,23', '12,34.00', '1.234', '1e3', 'ten', '99999999999999999'])(
  '"%s" is no amount',
  (text) => {
    expect(parseMoney(text)).toBeUndefined();
  },
);

describe('arrow keys', () => {
  const list = { axis: 'vertical', wrap: false } as const;
  const menu = { axis: 'vertical', wrap: true } as const;
  test('stop at the ends of a list and go round in a menu', () => {
    expect([nextIndex('ArrowDown', 2, 3, list), nextIndex('ArrowDown', 2, 3, menu)]).toEqual([undefined, 0]);
    expect([nextIndex('ArrowUp', 0, 3, list), nextIndex('ArrowUp', 0, 3, menu)]).toEqual([undefined, 2]);
    expect([nextIndex('Home', 2, 3, list), nextIndex('End', 0, 3, list)]).toEqual([0, 2]);
  });
  test('begin somewhere when nothing is chosen, and leave other keys alone', () => {
    expect([nextIndex('ArrowDown', -1, 3, menu), nextIndex('ArrowUp', -1, 3, menu)]).toEqual([0, 2]);
    expect([nextIndex('ArrowLeft', 1, 3, menu), nextIndex('a', 1, 3, menu), nextIndex('End', 0, 0, menu)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a popup', () => {
  const viewport = { width: 1000, height: 600 };
  const popup = { width: 200, height: 100 };
  test('stands below its anchor, or above where there is no room', () => {
    expect(placeOf({ left: 50, top: 100, width: 80, height: 30 }, popup, viewport)).toEqual({ left: 50, top: 134 });
    expect(placeOf({ left: 50, top: 550, width: 80, height: 30 }, popup, viewport)).toEqual({ left: 50, top: 446 });
  });
  test('ends where its anchor ends, and never leaves the window', () => {
    const anchor = { left: 900, top: 10, width: 80, height: 30 };
    expect(placeOf(anchor, popup, viewport, { align: 'end' }).left).toBe(780);
    expect(placeOf(anchor, popup, viewport).left).toBe(792);
    expect(placeOf({ ...anchor, left: 0 }, popup, viewport, { align: 'center' }).left).toBe(8);
    expect(placeOf(anchor, { width: 200, height: 590 }, viewport).top).toBe(44);
  });
});

test('a file too large or of another kind is refused with its reason', () => {
  const file = (name: string, type: string, size: number) => ({ name, type, size });
  const rules = { accept: '.pdf, image/*', maxBytes: 100 };
  const files = [
    file('card.PDF', '', 100),
    file('photo.heic', 'image/heic', 5),
    file('big.pdf', '', 101),
    file('run.exe', 'x/y', 1),
  ];
  expect(sortFiles(files, { ...rules, accept: '' }).taken).toHaveLength(3);
  const sorted = sortFiles(files, rules);
  expect(sorted.taken.map(({ name }) => name)).toEqual(['card.PDF', 'photo.heic']);
  expect(sorted.refused.map(({ file: { name }, why }) => [name, why])).toEqual([
    ['big.pdf', 'too_large'],
    ['run.exe', 'not_accepted'],
  ]);
});

test('pressing a column sorts by it upward first, then turns it round', () => {
  expect(sortAfterPress('day', undefined)).toEqual({ field: 'day', order: 'ASC' });
  expect(sortAfterPress('day', { field: 'day', order: 'ASC' })).toEqual({ field: 'day', order: 'DESC' });
  expect(sortAfterPress('day', { field: 'name', order: 'ASC' })).toEqual({ field: 'day', order: 'ASC' });
  const keys = new Set(['a']);
  expect([withKey(keys, 'b', true), withKey(keys, 'a', false), keys]).toEqual([
    new Set(['a', 'b']),
    new Set(),
    new Set(['a']),
  ]);
});

test('the last three toasts stay; a problem waits to be read, what can be undone stays longer', () => {
  const toasts = createToasts();
  toasts.add({ text: 'one' });
  toasts.add({ text: 'two', tone: 'bad' });
  toasts.add({ text: 'three', undo: () => undefined });
  toasts.add({ text: 'four' });
  expect(toasts.current().map(({ text, lasts }) => [text, lasts])).toEqual([
    ['two', undefined],
    ['three', 10_000],
    ['four', 6000],
  ]);
  toasts.remove(toasts.current()[0]?.id ?? 0);
  expect(toasts.current().map(({ text }) => text)).toEqual(['three', 'four']);
});
