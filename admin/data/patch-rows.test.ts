import { dropRows, mayMove, newer, patchRows } from './patch-rows';

const row = (id: string, version: number, more: object = {}) => ({ id, version, ...more });
const fresh = (...rows: ReturnType<typeof row>[]) => new Map(rows.map((one) => [one.id, one]));

test('a newer row takes the place of an older one, and the others stay the same objects', () => {
  const list = { data: [row('a', 1), row('b', 1)], total: 2 };
  const patched = patchRows(list, fresh(row('b', 2))) as typeof list;
  expect(patched).toEqual({ data: [row('a', 1), row('b', 2)], total: 2 });
  expect(patched.data[0]).toBe(list.data[0]);
});

test('an older row, or the same again, changes nothing, not even the list', () => {
  const list = { data: [row('a', 3)], total: 1 };
  expect(patchRows(list, fresh(row('a', 3), row('z', 9)))).toBe(list);
  const rows = [row('a', 3)];
  expect(patchRows(rows, fresh(row('a', 2, { seen: true })))).toBe(rows);
});

test('a row of the same version takes the place when a part of it changed: its visit, its next step', () => {
  const rows = [row('a', 3, { visit: { seen: false } }), row('b', 1)];
  const patched = patchRows(rows, fresh(row('a', 3, { visit: { seen: true } }))) as typeof rows;
  expect(patched).toEqual([row('a', 3, { visit: { seen: true } }), row('b', 1)]);
  expect(patched[1]).toBe(rows[1]);
});

test('a record that was read whole keeps what its row does not tell', () => {
  expect(newer(row('a', 1, { reminders: [1] }), row('a', 2))).toEqual(row('a', 2, { reminders: [1] }));
});

test('rows out of sight leave the list and its total', () => {
  const list = { data: [row('a', 1), row('b', 1)], total: 41 };
  expect(dropRows(list, new Set(['a', 'x']))).toEqual({ data: [row('b', 1)], total: 40 });
  expect(dropRows(list, new Set(['x']))).toBe(list);
  expect(dropRows([row('a', 1)], new Set(['a']))).toEqual([]);
});

test('a row may move when what sorts or filters its list changed, else not', () => {
  const params = { filter: { status: 'sent' }, sort: { field: 'day' } };
  const before = row('a', 1, { status: 'sent', day: '2026-12-01', note: '' });
  expect(mayMove(params, before, { ...before, note: 'x' } as never)).toBe(false);
  expect(mayMove(params, before, { ...before, status: 'paid' } as never)).toBe(true);
  expect(mayMove(params, before, { ...before, day: '2026-12-02' } as never)).toBe(true);
  expect(mayMove({}, before, { ...before, status: 'paid' } as never)).toBe(false);
  expect(mayMove({ filter: { text: 'ana' } }, before, { ...before, note: 'x' } as never)).toBe(true);
});
