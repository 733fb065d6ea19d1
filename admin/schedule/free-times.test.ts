import { nearest, refusalOf } from './free-times';

const free = (...starts: string[]) => ({ times: starts.map((start, at) => ({ start, startsAt: at })) });

test('the wish itself is suggested where it is free, else what is nearest to it, the earlier of two', () => {
  expect(nearest(free('2026-12-08T13:00', '2026-12-08T14:00'), '2026-12-08T14:00')).toBe('2026-12-08T14:00');
  expect(nearest(free('2026-12-08T11:00', '2026-12-08T15:00', '2026-12-09T14:00'), '2026-12-08T14:00')).toBe(
    '2026-12-08T15:00',
  );
  expect(nearest(free('2026-12-08T13:00', '2026-12-08T15:00'), '2026-12-08T14:00')).toBe('2026-12-08T13:00');
  expect(nearest(free(), '2026-12-08T14:00')).toBeUndefined();
});

test('a taken time is told with whose it is and what is free instead; nothing of it is taken on trust', () => {
  const params = { taken: ['clinician', 'moon'], alternatives: [5, '6', 7] };
  expect(refusalOf({ code: 'slot_taken', params })).toEqual({ by: ['clinician'], alternatives: [5, 7] });
  expect(refusalOf({ code: 'slot_taken', params: {} })).toEqual({ by: [], alternatives: [] });
  expect(refusalOf({ code: 'wrong_state', params })).toBeUndefined();
});
