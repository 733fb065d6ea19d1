import type { PracticeView } from '../../api/practice/practice.contract';
import { minuteOf, timeOfMinute } from '../design/time-of-minute';
import { isMisread } from '../form/misread';

export type Policy = PracticeView['policy'];

export const ruleFields = [
  'changeFreeHours',
  'missingGraceMinutes',
  'noteGraceHours',
  'quietFrom',
  'quietUntil',
] as const;
export type RuleField = (typeof ruleFields)[number];
export type RuleValues = Readonly<Record<RuleField, string>>;

export const ruleValues = (policy: Policy): RuleValues => ({
  changeFreeHours: String(policy.changeFreeHours),
  missingGraceMinutes: String(policy.missingGraceMinutes),
  noteGraceHours: String(policy.noteGraceHours),
  quietFrom: timeOfMinute(policy.quietFromMinute),
  quietUntil: timeOfMinute(policy.quietUntilMinute),
});

/** What each number may be. */
export const ruleRanges = {
  changeFreeHours: [0, 168],
  missingGraceMinutes: [1, 240],
  noteGraceHours: [1, 720],
} as const;

export const outOfRange = (values: RuleValues): readonly (keyof typeof ruleRanges)[] =>
  (Object.keys(ruleRanges) as (keyof typeof ruleRanges)[]).filter((field) => {
    const text = values[field].trim();
    const [least, most] = ruleRanges[field];
    return !/^\d+$/.test(text) || Number(text) < least || Number(text) > most;
  });

/** What is wrong with the quiet times: there are always two, and midnight is one that somebody typed. */
export const quietFaults = (values: RuleValues): readonly QuietFault[] =>
  (['quietFrom', 'quietUntil'] as const).flatMap((field): readonly QuietFault[] => {
    if (isMisread(values[field])) return [{ field, code: 'not_a_time' }];
    return values[field] === '' ? [{ field, code: 'required' }] : [];
  });

interface QuietFault {
  readonly field: 'quietFrom' | 'quietUntil';
  readonly code: 'not_a_time' | 'required';
}

/** As the API takes it. */
export const ruleBody = (values: RuleValues) => ({
  changeFreeHours: Number(values.changeFreeHours),
  missingGraceMinutes: Number(values.missingGraceMinutes),
  noteGraceHours: Number(values.noteGraceHours),
  quietFromMinute: minuteOf(values.quietFrom),
  quietUntilMinute: minuteOf(values.quietUntil),
});
