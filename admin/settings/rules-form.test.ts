import { misread } from '../form/misread';
import { outOfRange, quietFaults, ruleBody, ruleValues } from './rules-form';

const policy = {
  changeFreeHours: 24,
  missingGraceMinutes: 15,
  noteGraceHours: 72,
  quietFromMinute: 1200,
  quietUntilMinute: 545,
  reminders: [],
};

test('rules are sent as they were read; minutes of the day are times', () => {
  const { reminders: _, ...body } = policy;
  expect(ruleValues(policy)).toMatchObject({ quietFrom: '20:00', quietUntil: '09:05' });
  expect(ruleBody(ruleValues(policy))).toEqual(body);
});

test('each number has its range', () => {
  const values = { ...ruleValues(policy), changeFreeHours: '0', missingGraceMinutes: '241', noteGraceHours: '1.5' };
  expect(outOfRange(values)).toEqual(['missingGraceMinutes', 'noteGraceHours']);
});

test('a quiet time that is empty or was misread is never sent; midnight is one like any other', () => {
  const values = ruleValues(policy);
  expect(quietFaults(values)).toEqual([]);
  expect(quietFaults({ ...values, quietFrom: '', quietUntil: misread })).toEqual([
    { field: 'quietFrom', code: 'required' },
    { field: 'quietUntil', code: 'not_a_time' },
  ]);
  const midnight = { ...values, quietUntil: '00:00' };
  expect(quietFaults(midnight)).toEqual([]);
  expect(ruleBody(midnight)).toMatchObject({ quietFromMinute: 1200, quietUntilMinute: 0 });
});
