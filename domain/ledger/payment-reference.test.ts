import { mayBeCardNumber, needsReference } from './payment-reference';

test.each([
  '4111111111111111',
  '4111 1111 1111 1111',
  'card 4111-1111-1111-1111 ok',
  '378282246310005',
  '123456789012',
])('%s may be the number of a card', (text) => expect(mayBeCardNumber(text)).toBe(true));

test.each(['1042', 'A83-11', 'approval 063921', '12345678901', ''])('%s is none', (text) =>
  expect(mayBeCardNumber(text)).toBe(false),
);

test('only a check has to have a number', () => {
  expect(['cash', 'check', 'card', 'other'].map((method) => needsReference(method as 'cash'))).toEqual([
    false,
    true,
    false,
    false,
  ]);
});
