import { aPractice, aWorld } from '../../tests/builders/practice';
import { AppError } from '../problems';
import { listViews, readView } from './list-views';
import { changeView, removeView, restoreView, saveView } from './save-view';

const world = aWorld();
const saved = (name: string) => ({
  list: 'clients' as const,
  name,
  arrangement: { filters: { unbooked: 'yes' }, sort: { field: 'name', order: 'ASC' as const }, columns: ['name'] },
});
const codeOf = (error: unknown) => (error instanceof AppError ? error.code : String(error));
const refusal = (work: Promise<unknown>) => work.then(() => 'none', codeOf);

test('a view is its owner’s alone: nobody else reads, changes or removes it, whatever her role', async () => {
  const practice = await aPractice(world());
  const id = await practice.as('front_desk', (tx) => saveView(tx, saved('Nothing booked')));
  const own = await practice.as('front_desk', listViews);
  expect(own).toEqual([{ id, version: 1, removed: false, ...saved('Nothing booked') }]);
  for (const role of ['administrator', 'supervisor', 'auditor'] as const) {
    expect(await practice.as(role, listViews)).toEqual([]);
    expect(await refusal(practice.as(role, (tx) => readView(tx, id)))).toBe('not_found');
    expect(await refusal(practice.as(role, (tx) => removeView(tx, { id, version: 1 })))).toBe('not_found');
  }
});

test('two views of a list are never called the same, of two lists or two people they may be', async () => {
  const practice = await aPractice(world());
  await practice.as('biller', (tx) => saveView(tx, saved('Mine')));
  expect(await refusal(practice.as('biller', (tx) => saveView(tx, saved('mine'))))).toBe('duplicate');
  await practice.as('front_desk', (tx) => saveView(tx, saved('Mine')));
  const id = await practice.as('biller', (tx) =>
    saveView(tx, { list: 'work', name: 'Mine', arrangement: { filters: {}, sort: null, columns: null } }),
  );
  expect((await practice.as('biller', (tx) => readView(tx, id))).list).toBe('work');
});

test('a removed view is out of sight and frees its name; restored, it is as it was', async () => {
  const practice = await aPractice(world());
  const id = await practice.as('biller', (tx) => saveView(tx, saved('Mine')));
  await practice.as('biller', (tx) => removeView(tx, { id, version: 1 }));
  expect(await practice.as('biller', listViews)).toEqual([]);
  const other = await practice.as('biller', (tx) => saveView(tx, saved('Mine')));
  expect(await refusal(practice.as('biller', (tx) => restoreView(tx, { id, version: 2 })))).toBe('duplicate');
  await practice.as('biller', (tx) => changeView(tx, { id: other, version: 1, ...saved('Other') }));
  await practice.as('biller', (tx) => restoreView(tx, { id, version: 2 }));
  expect((await practice.as('biller', listViews)).map(({ name, version }) => [name, version])).toEqual([
    ['Mine', 3],
    ['Other', 2],
  ]);
});

test('a view is changed on the version that was seen, never into one of another list, never while it is removed', async () => {
  const practice = await aPractice(world());
  const id = await practice.as('biller', (tx) => saveView(tx, saved('Mine')));
  const change = (given: Partial<Parameters<typeof changeView>[1]>) =>
    refusal(practice.as('biller', (tx) => changeView(tx, { id, version: 1, ...saved('Renamed'), ...given })));
  expect(await change({ version: 2 })).toBe('stale_version');
  expect(await change({ list: 'claims' })).toBe('invalid');
  expect(await change({})).toBe('none');
  await practice.as('biller', (tx) => removeView(tx, { id, version: 2 }));
  expect(await change({ version: 3 })).toBe('wrong_state');
});
