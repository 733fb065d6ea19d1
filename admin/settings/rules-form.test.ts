import { outOfRange, ruleBody, ruleValues } from './rules-form';

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
