import { flatErrors } from './flat-errors';

test('an error stands under the path of its field, however deep', () => {
  expect(flatErrors({ rank: 'a', subscriber: { city: 'b', name: { first: 'c' } }, lines: [{ cents: 'd' }] })).toEqual({
    rank: 'a',
    'subscriber.city': 'b',
    'subscriber.name.first': 'c',
  });
});
