import type { PracticeView } from '../../api/practice/practice.contract';

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

const two = (value: number): string => String(value).padStart(2, '0');
/** A minute of the day as a clock shows it: 1200 is `20:00`. */
export const wallTimeOf = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

export const ruleValues = (policy: Policy): RuleValues => ({
  changeFreeHours: String(policy.changeFreeHours),
  missingGraceMinutes: String(policy.missingGraceMinutes),
  noteGraceHours: String(policy.noteGraceHours),
  quietFrom: wallTimeOf(policy.quietFromMinute),
  quietUntil: wallTimeOf(policy.quietUntilMinute),
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

/** As the API takes it; times that are no times stay as they were. */
export const ruleBody = (values: RuleValues) => ({
  changeFreeHours: Number(values.changeFreeHours),
  missingGraceMinutes: Number(values.missingGraceMinutes),
  noteGraceHours: Number(values.noteGraceHours),
  quietFromMinute: minuteOf(values.quietFrom),
  quietUntilMinute: minuteOf(values.quietUntil),
});
