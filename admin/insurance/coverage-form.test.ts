import type { CoverageView } from '../../api/billing/coverage.contract';
import { misread } from '../form/misread';
import { blankCoverage, coverageBody, coverageChange, coverageValues, missingIn } from './coverage-form';

const subscriber = {
  first_name: 'RIVER',
  last_name: 'VALE',
  birth_date: '1970-02-03',
  sex: 'U',
  street: '5 ELM STREET',
  street2: null,
  city: 'ALBANY',
  region: 'NY',
  postal_code: '12207',
};
const coverage: CoverageView = {
  id: 'k',
  version: 3,
  clientId: 'c',
  payerId: 'p',
  payerName: 'ACME',
  rank: 2,
  memberId: 'W1',
  groupNumber: null,
  planName: null,
  relationship: '19',
  subscriber,
  copayCents: 2500,
  fromDay: '2026-01-01',
  untilDay: null,
};

test('what was read is sent as it was, and what was not touched is not sent', () => {
  const values = coverageValues(coverage);
  expect(coverageBody(values)).toMatchObject({ rank: 2, copayCents: 2500, untilDay: null, subscriber });
  expect(coverageChange(values, values)).toEqual({});
  expect(coverageChange(values, { ...values, copayCents: '', groupNumber: ' 77 ' })).toEqual({
    copayCents: null,
    groupNumber: '77',
  });
});

test('one field of the policyholder sends the policyholder whole, and the client herself sends none', () => {
  const values = coverageValues(coverage);
  expect(coverageChange(values, { ...values, 'subscriber.postal_code': '12207-0001' })).toEqual({
    subscriber: { ...subscriber, postal_code: '122070001' },
  });
  expect(coverageChange(values, { ...values, relationship: '18' })).toEqual({ relationship: '18', subscriber: null });
});

test('the policyholder must be said where that is not the client', () => {
  const blank = blankCoverage(1, '2026-01-01');
  expect(missingIn(blank)).toEqual(['payerId', 'memberId']);
  const child = missingIn({ ...blank, relationship: '19' });
  expect(child).toContain('subscriber.birth_date');
  expect(child).not.toContain('subscriber.street2');
  expect(missingIn({ ...coverageValues(coverage), copayCents: misread })).toEqual(['copayCents']);
});
