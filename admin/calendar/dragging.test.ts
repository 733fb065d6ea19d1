import { isSamePlace, placeAt } from './dragging';

const grab = { of: 'move', column: 1, minute: 40, minutes: 50, hold: 20 } as const;
const drawn = 9 * 60;

test('what is moved begins on the grid, nearest to where the pointer holds it', () => {
  expect(placeAt(grab, { column: 2, minute: 140 }, drawn)).toEqual({ column: 2, minute: 120, minutes: 50 });
  expect(placeAt(grab, { column: 0, minute: 62 }, drawn)).toEqual({ column: 0, minute: 45, minutes: 50 });
});

test('it stays whole within what is drawn', () => {
  expect(placeAt(grab, { column: 1, minute: -300 }, drawn).minute).toBe(0);
  expect(placeAt(grab, { column: 1, minute: 5000 }, drawn).minute).toBe(480);
});

test('what is made longer or shorter keeps its beginning and column, and ends on the grid', () => {
  const resize = { ...grab, of: 'resize' } as const;
  const to = (minute: number) => placeAt(resize, { column: 3, minute }, drawn);
  expect(to(118)).toEqual({ column: 1, minute: 40, minutes: 80 });
  expect(to(10)).toEqual({ column: 1, minute: 40, minutes: 15 });
  expect(to(5000).minutes).toBe(480);
  expect(placeAt(resize, { column: 1, minute: 5000 }, 300).minutes).toBe(260);
});

test('back where it was is no move', () => {
  expect(isSamePlace({ column: 1, minute: 45, minutes: 50 }, { column: 1, minute: 45, minutes: 50 })).toBe(true);
  expect(isSamePlace({ column: 1, minute: 45, minutes: 50 }, { column: 1, minute: 45, minutes: 65 })).toBe(false);
});
