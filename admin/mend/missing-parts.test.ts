import { missingOf } from './missing-parts';

const params = { missing: ['coverage', 'diagnosis', 'something_new'], day: '2026-11-30', visitId: 'v', code: '90834' };

test('a visit that cannot be billed says what it lacks, in the order in which it is mended', () => {
  expect(missingOf({ cause: 'charge_incomplete', params })).toEqual({
    missing: ['diagnosis', 'coverage'],
    day: '2026-11-30',
    visitId: 'v',
    clinicianId: undefined,
    code: '90834',
  });
});

test('other work, and parameters of another shape, say nothing', () => {
  expect(missingOf({ cause: 'claim_denied', params })).toBeUndefined();
  expect(missingOf({ cause: 'charge_incomplete', params: { missing: 'coverage' } })).toBeUndefined();
});
