import type { PracticeTx, Told } from '../database/practice-tx';
import { newId } from '../ids';
import { AppError } from '../problems';
import { toDate } from '../time/instant';
import { type PracticePolicy, practiceOf } from './policy';

export interface NewRules extends Omit<PracticePolicy, 'reminders'> {
  /** The policy that whoever decides has seen. */
  readonly replaces: string;
}

/**
 * The rules from now on; what has happened stays judged by those of its time. Reminders stay as they are. Whatever waits for a
 * time that follows from the rules is planned anew. Answers the policy's id.
 * @throws AppError `stale_version` when others have set rules since.
 */
export async function setPolicy(tx: PracticeTx, rules: NewRules): Promise<string> {
  await tx.all`select pg_advisory_xact_lock(hashtextextended('kept.set_policy/' || ${tx.practiceId}, 0))`;
  const { policyId, policy } = await practiceOf(tx);
  if (policyId !== rules.replaces) throw new AppError('stale_version');
  const id = newId();
  await tx.rows('practice_policies').insert({
    practice_id: tx.practiceId,
    id,
    effective_from: toDate(tx.now),
    change_free_hours: rules.changeFreeHours,
    missing_grace_minutes: rules.missingGraceMinutes,
    note_grace_hours: rules.noteGraceHours,
    quiet_from_minute: rules.quietFromMinute,
    quiet_until_minute: rules.quietUntilMinute,
    reminders: JSON.stringify(policy.reminders),
    set_by: tx.actor,
  });
  tx.touch({ record: id, fields: ruleNames.filter((name) => rules[name] !== policy[name]) });
  await tx.announce('practice', tx.practiceId);
  const waiting = await tx.all<Told>`
    select a.id, a.version, a.client_id from next_steps n
      join appointments a on a.practice_id = n.practice_id and a.id = n.id
     where n.practice_id = ${tx.practiceId} and n.entity = 'appointment' and n.due_at is not null order by a.id`;
  await tx.tellAll('appointment', waiting);
  return id;
}

const ruleNames = [
  'changeFreeHours',
  'missingGraceMinutes',
  'noteGraceHours',
  'quietFromMinute',
  'quietUntilMinute',
] as const satisfies readonly (keyof NewRules)[];
