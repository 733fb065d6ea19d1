import { isNpi } from './npi';

test('of ten numbers that differ in the last digit one is an NPI', () => {
  const numbers = Array.from({ length: 10 }, (_, digit) => `123456789${digit}`);
  expect(numbers.filter(isNpi)).toEqual(['1234567893']);
});

test('two digits that changed places, and what is not ten digits, are no NPI', () => {
  expect(['1243567893', '123456789', '12345678931', '123456789X', ''].filter(isNpi)).toEqual([]);
});
