import { claimNumberIn } from './claim-number';

test('a letter with digits is the beginning of a claim’s number, as it is typed or read out', () => {
  for (const text of ['C00000017', 'c0', ' C-000-17 ']) expect(claimNumberIn(text)).toMatch(/^C\d+$/);
});

test('names, phone numbers and birth dates are none', () => {
  for (const text of ['Ana', 'C', 'Cy 2', '212 555-0142', '5/4/1990', '1990-05-04', '17', ''])
    expect(claimNumberIn(text)).toBeUndefined();
});
