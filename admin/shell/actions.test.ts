import { Plus } from 'lucide-react';
import { actionOfKey, createActions } from './actions';
import { matchesText } from './matches-text';

const action = (id: string, key: string) => ({ id, name: id, icon: Plus, key, run: () => undefined });

test('an action is there while its page is, and of two with one key the later one has it', () => {
  const actions = createActions();
  const heard = jest.fn();
  const stop = actions.subscribe(heard);
  actions.add(action('page', 'b'));
  const remove = actions.add(action('panel', 'b'));
  expect(actionOfKey(actions.all(), 'b')?.id).toBe('panel');
  remove();
  expect(actionOfKey(actions.all(), 'b')?.id).toBe('page');
  expect([actionOfKey(actions.all(), 'x'), heard.mock.calls.length]).toEqual([undefined, 3]);
  stop();
  actions.add(action('late', 'l'));
  expect(heard).toHaveBeenCalledTimes(3);
});

test('a name is found by its words in any order, whatever case and accents', () => {
  const names = ['José Marín', 'Maria José', 'Jonas'];
  expect(names.filter((name) => matchesText(name, 'jose m'))).toEqual(['José Marín', 'Maria José']);
  expect(names.filter((name) => matchesText(name, '  '))).toEqual(names);
});
