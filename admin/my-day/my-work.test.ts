import type { WorkItemView } from '../../api/work/work.contract';
import { myWork } from './my-work';

const item = (id: string, fields: Partial<WorkItemView> = {}) =>
  ({ id, state: 'open', cause: 'client_missing', dueAt: null, openedAt: 1, ...fields }) as WorkItemView;

test('what is hers and what is any clinician’s stands once, what is due first on top', () => {
  const both = item('both', { dueAt: 9 });
  const found = myWork([both, item('late', { openedAt: 5 })], [both, item('soon', { dueAt: 3 }), item('old')]);
  expect(found.map(({ id }) => id)).toEqual(['soon', 'both', 'old', 'late']);
});

test('what is closed is gone, and an unsigned note stands elsewhere', () => {
  expect(myWork([item('note', { cause: 'note_unsigned' })], [item('done', { state: 'done' })])).toEqual([]);
});
