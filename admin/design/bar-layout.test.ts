import { namedEvery, scaleOf, stacked } from './bar-layout';

test('a scale is of round numbers and holds every value and 0', () => {
  expect(scaleOf([3, 17, 42])).toEqual({ from: 0, to: 60, ticks: [0, 20, 40, 60] });
  expect(scaleOf([1_234_500])).toEqual({ from: 0, to: 1_500_000, ticks: [0, 500_000, 1_000_000, 1_500_000] });
  expect(scaleOf([-30, 70])).toEqual({ from: -50, to: 100, ticks: [-50, 0, 50, 100] });
  expect(scaleOf([-30])).toMatchObject({ from: -30, to: 0 });
});

test('of nothing, and of very few, it still has a step of one', () => {
  expect(scaleOf([])).toEqual({ from: 0, to: 1, ticks: [0, 1] });
  expect(scaleOf([0, 0])).toEqual({ from: 0, to: 1, ticks: [0, 1] });
  expect(scaleOf([2])).toEqual({ from: 0, to: 2, ticks: [0, 1, 2] });
});

test('parts stand on one another; what is negative hangs below 0', () => {
  expect(stacked([3, -1, 2, -4])).toEqual([
    { from: 0, to: 3 },
    { from: 0, to: -1 },
    { from: 3, to: 5 },
    { from: -1, to: -5 },
  ]);
});

test('names stand below every bar where there is room, else below every second or third', () => {
  expect([namedEvery(60, 3), namedEvery(20, 3), namedEvery(20, 9), namedEvery(0, 1)]).toEqual([1, 2, 4, 13]);
});
