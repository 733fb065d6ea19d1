import { z } from 'zod';
import { createContract, id, readContract } from '../http/contract';
import { modality } from '../schedule/appointment.contract';

export const practiceView = z.object({
  name: z.string(),
  zone: z.string(),
  phone: z.string().nullable(),
  policyId: id,
  policy: z.object({
    changeFreeHours: z.number().int(),
    missingGraceMinutes: z.number().int(),
    noteGraceHours: z.number().int(),
    quietFromMinute: z.number().int(),
    quietUntilMinute: z.number().int(),
    reminders: z.array(
      z.object({ code: z.string(), channel: z.enum(['sms', 'email']), hoursBefore: z.number().int() }),
    ),
  }),
  staff: z.array(
    z.object({
      id,
      name: z.string(),
      shortName: z.string(),
      credentials: z.string().nullable(),
      isClinician: z.boolean(),
      colour: z.number().int(),
    }),
  ),
  rooms: z.array(z.object({ id, name: z.string() })),
  types: z.array(z.object({ id, code: z.string(), name: z.string(), minutes: z.number().int(), modality })),
});
export type PracticeView = z.infer<typeof practiceView>;

export const getPractice = readContract({
  path: '/practice',
  summary: 'People, rooms, kinds of appointment, and the rules in force',
  response: practiceView,
});

const minute = z
  .number()
  .int()
  .min(0)
  .max(24 * 60 - 1);

export const setPolicyContract = createContract({
  path: '/practice-policies',
  summary: 'The practice’s rules from now on; whatever waits for a time that follows from them is planned anew',
  body: z.strictObject({
    /** The policy that was seen; a newer one refuses. */
    replaces: id,
    changeFreeHours: z.number().int().min(0).max(168),
    missingGraceMinutes: z.number().int().min(1).max(240),
    noteGraceHours: z.number().int().min(1).max(720),
    quietFromMinute: minute,
    quietUntilMinute: minute,
  }),
  response: practiceView.shape.policy,
  problems: ['stale_version'],
});

export const getCounts = readContract({
  path: '/counts',
  summary:
    'What the menu counts: visits today, messages in trouble, open work, charges and answers of payers to look at',
  response: z.object({
    today: z.number().int(),
    messages: z.number().int(),
    work: z.number().int(),
    remittances: z.number().int(),
    charges: z.number().int(),
  }),
});
