import { type MembershipId, type PracticeId, newId } from '../ids';
import { AppError } from '../problems';
import type { OperatorSql } from './as-operator';

export interface NewAdministrator {
  readonly practiceId: PracticeId;
  readonly email: string;
  /** argon2id, made by the caller. Somebody who signs in at another practice already keeps the password she has. */
  readonly passwordHash: string;
  readonly displayName: string;
}

/**
 * Lets an administrator into a practice that stands, by the operator's hand: where nobody is there to let her in.
 * The audit says so, with no actor. @throws AppError `duplicate` when the e-mail is a member already
 */
export async function appointAdministrator(sql: OperatorSql, request: NewAdministrator): Promise<MembershipId> {
  const [membershipId, email] = [newId(), request.email.toLowerCase()];
  await sql.query(
    `insert into kernel.people (id, front_door, email, password_hash) values ($1, 'staff', $2, $3)
         on conflict (front_door, email) do nothing`,
    [newId(), email, request.passwordHash],
  );
  const { rowCount } = await sql.query(
    `insert into kernel.memberships (practice_id, id, person_id, roles)
     select $1, $2, p.id, array['administrator'] from kernel.people p where p.front_door = 'staff' and p.email = $3
         on conflict (practice_id, person_id) where person_id is not null and ended_at is null do nothing`,
    [request.practiceId, membershipId, email],
  );
  if (rowCount !== 1) throw new AppError('duplicate');
  await sql.query(
    `insert into kept.staff (practice_id, id, display_name, short_name, is_clinician) values ($1, $2, $3, $3, false)`,
    [request.practiceId, membershipId, request.displayName],
  );
  await sql.query(
    `insert into kept.audit (practice_id, id, purpose, act, outcome, record_ids)
     values ($1, $2, 'operations', 'admin.create', 'done', array[$3]::uuid[])`,
    [request.practiceId, newId(), membershipId],
  );
  return membershipId;
}

/** Whether somebody signs in at the staff's front door with this e-mail, in whatever practice. */
export async function isKnownStaff(sql: OperatorSql, email: string): Promise<boolean> {
  const { rowCount } = await sql.query(`select 1 from kernel.people where front_door = 'staff' and email = $1`, [
    email.toLowerCase(),
  ]);
  return rowCount === 1;
}
