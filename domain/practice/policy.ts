import { z } from 'zod';
import type { PracticeTx } from '../database/practice-tx';
import { AppError } from '../problems';
import { type Zone, isZone } from '../time/wall-time';

/** One reminder that a practice sends: its code, by which channel, and how many hours before the start. */
export const reminderRule = z.object({
  code: z.string().regex(/^[a-z0-9_]{1,40}$/),
  channel: z.enum(['sms', 'email']),
  hoursBefore: z.number().int().min(1).max(336),
});
export type ReminderRule = z.infer<typeof reminderRule>;

/** The rules a practice lives by, in force at one instant. */
export interface PracticePolicy {
  /** Hours of notice until which a change costs nothing. */
  readonly changeFreeHours: number;
  /** Minutes after the start after which Kept asks about someone who did not come. */
  readonly missingGraceMinutes: number;
  /** Hours after a visit after which Kept asks for the signature of its note. */
  readonly noteGraceHours: number;
  /** No texts or mails from this minute of the client's day … */
  readonly quietFromMinute: number;
  /** … until this one. */
  readonly quietUntilMinute: number;
  readonly reminders: readonly ReminderRule[];
}

export const standardPolicy: PracticePolicy = {
  changeFreeHours: 24,
  missingGraceMinutes: 15,
  noteGraceHours: 72,
  quietFromMinute: 20 * 60,
  quietUntilMinute: 9 * 60,
  reminders: [
    { code: 'reminder_72h', channel: 'email', hoursBefore: 72 },
    { code: 'reminder_48h', channel: 'sms', hoursBefore: 48 },
    { code: 'reminder_2h', channel: 'sms', hoursBefore: 2 },
  ],
};

export interface Practice {
  readonly name: string;
  readonly zone: Zone;
  readonly phone: string | null;
  readonly policy: PracticePolicy;
}

export interface PracticeNow extends Practice {
  readonly policyId: string;
}

/** A practice's profile with a policy, as columns. */
export interface PracticeRow {
  readonly name: string;
  readonly zone: string;
  readonly phone: string | null;
  readonly change_free_hours: number;
  readonly missing_grace_minutes: number;
  readonly note_grace_hours: number;
  readonly quiet_from_minute: number;
  readonly quiet_until_minute: number;
  readonly reminders: unknown;
}

/** The practice of the transaction, with the policy in force now. */
export async function practiceOf(tx: PracticeTx): Promise<PracticeNow> {
  const row = await tx.one<PracticeRow & { readonly policy_id: string }>`
    select f.name, f.zone, f.phone, p.id as policy_id, p.change_free_hours, p.missing_grace_minutes, p.note_grace_hours, p.quiet_from_minute, p.quiet_until_minute, p.reminders
      from practice_profiles f
      join lateral (select * from practice_policies p where p.practice_id = f.practice_id and p.effective_from <= ${new Date(tx.now)}
                     order by p.effective_from desc limit 1) p on true
     where f.practice_id = ${tx.practiceId}`;
  if (!row) throw new AppError('not_found');
  return { ...practiceFrom(row), policyId: row.policy_id };
}

export function practiceFrom(row: PracticeRow): Practice {
  if (!isZone(row.zone)) throw new Error('the practice has no known time zone');
  return {
    name: row.name,
    zone: row.zone,
    phone: row.phone,
    policy: {
      changeFreeHours: row.change_free_hours,
      missingGraceMinutes: row.missing_grace_minutes,
      noteGraceHours: row.note_grace_hours,
      quietFromMinute: row.quiet_from_minute,
      quietUntilMinute: row.quiet_until_minute,
      reminders: z.array(reminderRule).parse(row.reminders),
    },
  };
}
