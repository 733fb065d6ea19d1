import { chargeCode } from './charge-code';

test.each([
  [15, undefined],
  [16, '90832'],
  [37, '90832'],
  [38, '90834'],
  [52, '90834'],
  [53, '90837'],
  [180, '90837'],
])('%i attested minutes of therapy are billed as %s', (minutes, code) => {
  expect(chargeCode('therapy', minutes)).toBe(code);
  expect(chargeCode('telehealth', minutes)).toBe(code);
});

test('an intake is one procedure, however long', () => {
  expect([chargeCode('intake', 10), chargeCode('intake', 90)]).toEqual(['90791', '90791']);
});
