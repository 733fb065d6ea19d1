import { idleState, nextLook, reportIn } from './idle';

const at = (secondsIdle: number, idleSeconds = 900) => ({ now: secondsIdle * 1000, counted: 0, idleSeconds });

test('a warning comes two minutes before the end, and the end at the end', () => {
  expect([0, 779, 780, 899, 900, 5000].map((seconds) => idleState(at(seconds)))).toEqual([
    { kind: 'active' },
    { kind: 'active' },
    { kind: 'warning', secondsLeft: 120 },
    { kind: 'warning', secondsLeft: 1 },
    { kind: 'ended' },
    { kind: 'ended' },
  ]);
});

test('where less than four minutes are allowed, the warning comes halfway', () => {
  expect([59, 60].map((seconds) => idleState(at(seconds, 120)).kind)).toEqual(['active', 'warning']);
});

test('it looks again when the warning is due, then each second', () => {
  expect([0, 700, 779.9, 800].map((seconds) => nextLook(at(seconds)))).toEqual([780_000, 80_000, 1000, 1000]);
});

test('input is told at once after a quiet minute, else when the minute is over', () => {
  expect([0, 20_000, 60_000, 90_000].map((now) => reportIn(now, 0))).toEqual([60_000, 40_000, 0, 0]);
});
