import { firstName, partOfDay } from './home/greeting';
import { matchPlace } from './match-place';

test('a place is matched by its whole parts, and its parameters are read', () => {
  expect(matchPlace('/', '/')).toEqual({});
  expect(matchPlace('/visits/:id', '/visits/42/')).toEqual({ id: '42' });
  expect(matchPlace('/visits/:id', '/visits')).toBeUndefined();
  expect(matchPlace('/visits/:id', '/bills/42')).toBeUndefined();
  expect(matchPlace('/visits/:id', '/visits/a%2Fb')).toEqual({ id: 'a/b' });
  expect(matchPlace('/visits/:id', '/visits/%E0%A4%A')).toEqual({ id: '%E0%A4%A' });
});

test('the greeting fits the hour, and the name is the first one', () => {
  expect([3, 4, 11, 12, 17, 18, 23].map(partOfDay)).toEqual([
    'evening', 'morning', 'morning', 'afternoon', 'afternoon', 'evening', 'evening',
  ]); // prettier-ignore
  expect([firstName('Ana María Whit'), firstName('  Ana '), firstName('')]).toEqual(['Ana', 'Ana', '']);
});
