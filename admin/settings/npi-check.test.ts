import { npiStanding } from './npi-check';

test('an NPI has ten digits, begins with 1 or 2, and its last digit fits the others', () => {
  const typed = ['', '123', '1234567893', '1234567890', '3234567893', '12345678931', '12345x'];
  expect(typed.map(npiStanding)).toEqual([
    'empty',
    'short',
    'fits',
    'wrong_digit',
    'not_digits',
    'not_digits',
    'not_digits',
  ]);
});

test('two digits that changed places are noticed', () => {
  expect(npiStanding('1234567893')).toBe('fits');
  expect(npiStanding('1243567893')).toBe('wrong_digit');
});
