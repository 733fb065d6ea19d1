import { type LinkedAppointment, othersOf, storyOf } from './linked-story';

const now = Date.parse('2026-12-08T15:00:00Z');
const one = (more: Partial<LinkedAppointment>): LinkedAppointment => ({
  id: 'a',
  startsAt: now + 7_200_000,
  minutes: 50,
  clinicianName: 'Dr. Reyes',
  modality: 'office',
  state: 'scheduled',
  changeFreeUntil: 0,
  linked: true,
  changedSince: false,
  ...more,
});
const story = (more: Partial<LinkedAppointment>) => storyOf({ appointments: [one(more)] }, now);

test('a link tells what is true now, not what its message said', () => {
  expect(story({})).toMatchObject({ kind: 'ahead', changed: false });
  expect(story({ changedSince: true })).toMatchObject({ kind: 'ahead', changed: true });
  expect(story({ state: 'cancelled', changedSince: true }).kind).toBe('cancelled');
  expect(story({ state: 'completed' }).kind).toBe('over');
  expect(story({ startsAt: now - 7_200_000 }).kind).toBe('over');
  expect(story({ linked: false }).kind).toBe('none');
});

test('beside it stand the others that are still to come', () => {
  const appointments = [one({}), one({ id: 'b', linked: false }), one({ id: 'c', linked: false, state: 'cancelled' })];
  expect(othersOf({ appointments }, now).map(({ id }) => id)).toEqual(['b']);
});
