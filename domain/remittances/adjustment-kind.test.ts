import { adjustmentKind } from './adjustment-kind';

test('only deductible, coinsurance and copay reach the client', () => {
  expect(['1', '2', '3'].map((reason) => adjustmentKind('PR', reason))).toEqual(['client', 'client', 'client']);
  expect(['45', '96', '204', '999'].map((reason) => adjustmentKind('PR', reason))).toEqual(Array(4).fill('denied'));
});

test.each([
  ['CO', '45', 'contractual'],
  ['CO', '97', 'contractual'],
  ['CO', '253', 'contractual'],
  ['CO', '29', 'denied'],
  ['CO', '197', 'denied'],
  ['OA', '23', 'nothing'],
  ['OA', '18', 'nothing'],
  ['OA', '101', 'nothing'],
  ['PI', '45', 'contractual'],
])('%s-%s is %s', (group, reason, kind) => {
  expect(adjustmentKind(group, reason)).toBe(kind);
});

test('a reason that nobody has heard of is work, never a write-off', () => {
  expect(['CO', 'OA', 'PI', 'CR'].map((group) => adjustmentKind(group, 'ZZ9'))).toEqual(Array(4).fill('denied'));
});
