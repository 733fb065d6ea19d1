import { leadOf } from './lead';

const now = Date.parse('2026-12-08T15:00:00Z');
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
const next = (hours: number, state: 'scheduled' | 'confirmed') => ({
  id: 'a',
  startsAt: now + hours * 3_600_000,
  minutes: 50,
  clinicianName: 'Dr. Reyes',
  modality: 'office' as const,
  state,
  changeFreeUntil: 0,
});

test('the line says what there is to do before the next appointment, and whether it is today', () => {
  expect(leadOf(undefined, now, dayOf)).toBe('none');
  expect(leadOf(next(30, 'scheduled'), now, dayOf)).toBe('confirm');
  expect(leadOf(next(2, 'scheduled'), now, dayOf)).toBe('confirmToday');
  expect(leadOf(next(30, 'confirmed'), now, dayOf)).toBe('set');
  expect(leadOf(next(2, 'confirmed'), now, dayOf)).toBe('setToday');
  expect(leadOf(next(-0.2, 'confirmed'), now, dayOf)).toBe('now');
});
