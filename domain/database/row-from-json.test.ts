import { rowFromJson } from './row-from-json';

interface Row {
  readonly id: string;
  readonly made_at: Date;
  readonly ended_at: Date | null;
  readonly day: string;
}
const rowFrom = rowFromJson<Row>({ made_at: true, ended_at: true });

test('instants become dates again, to the millisecond; days and what is empty stay as they are', () => {
  const json = { id: 'a', made_at: '2026-12-01T14:30:00.123456+00:00', ended_at: null, day: '2026-12-01' };
  expect(rowFrom(json)).toEqual({ ...json, made_at: new Date('2026-12-01T14:30:00.123Z') });
  expect(rowFrom({ ...json, ended_at: '2026-12-01T10:00:00-05:00' }).ended_at).toEqual(
    new Date('2026-12-01T15:00:00Z'),
  );
});

test('the row that was read is not changed', () => {
  const json = { id: 'a', made_at: '2026-12-01T14:30:00+00:00', ended_at: null, day: '2026-12-01' };
  rowFrom(json);
  expect(json.made_at).toBe('2026-12-01T14:30:00+00:00');
});
