import { profileBody, profileOn, profileValues } from './profile-form';

test('numbers are sent as digits, however they are written', () => {
  const values = {
    ...profileValues(undefined, '2026-01-01'),
    taxId: '58-7654321',
    postalCode: '12207-0001',
    contactPhone: '(212) 555-0100',
    region: ' ny ',
  };
  expect(profileBody(values, true)).toMatchObject({
    fromDay: '2026-01-01',
    taxId: '587654321',
    postalCode: '122070001',
    contactPhone: '2125550100',
    region: 'NY',
    test: true,
  });
});

test('on a day those details hold that began last', () => {
  const [old, now, later] = ['2020-01-01', '2026-01-01', '2027-01-01'].map((fromDay) => ({ fromDay }));
  expect(
    profileOn(
      [later, now, old].flatMap((one) => one ?? []),
      '2026-06-01',
    ),
  ).toBe(now);
  expect(profileOn([], '2026-06-01')).toBeUndefined();
});
