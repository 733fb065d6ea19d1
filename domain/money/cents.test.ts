import { centsFromDecimal, centsOf, decimalOf, sumOf } from './cents';

test('a decimal comes back as it was, to the cent', () => {
  for (const text of ['0.00', '0.05', '12.30', '-12.34', '100000000.01'])
    expect(decimalOf(centsFromDecimal(text) ?? centsOf(-1))).toBe(text);
});

test('short forms are read, and what is no amount is not', () => {
  expect(['12', '12.3', '.5', '-7', '1.500'].map(centsFromDecimal)).toEqual([1200, 1230, 50, -700, 150]);
  for (const text of ['', '.', '-', 'abc', '1,000', '1.005', '1e3', ' 1', '99999999999999999'])
    expect(centsFromDecimal(text)).toBeUndefined();
});

test('a fraction of a cent is refused', () => {
  expect(() => centsOf(0.5)).toThrow(RangeError);
  expect(sumOf([centsOf(10), centsOf(-3)])).toBe(7);
});
