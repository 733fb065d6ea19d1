import type { PracticeTx } from '../database/practice-tx';
import type { StaffRole } from '../access/roles';
import { type MembershipId, newId } from '../ids';

export interface NewStaff {
  readonly email: string;
  readonly passwordHash: string;
  readonly displayName: string;
  /** What fits on a card: "Dr. Reyes". */
  readonly shortName: string;
  readonly credentials: string | null;
  readonly roles: readonly StaffRole[];
  readonly isClinician: boolean;
  readonly colour: number;
  /** When a clinician works, in minutes of the practice's day; ISO weekdays. */
  readonly hours?: readonly { readonly weekday: number; readonly fromMinute: number; readonly untilMinute: number }[];
}

/** Lets someone work in the practice. @throws AppError `not_found` when the actor is no administrator, `duplicate` */
export async function addStaff(tx: PracticeTx, request: NewStaff): Promise<MembershipId> {
  const id = newId();
  await tx.one`select kernel.add_member(${newId()}, ${id}, 'staff', ${request.email}, ${request.passwordHash}, ${[...request.roles]})`;
  await tx.rows('staff').insert({
    practice_id: tx.practiceId,
    id,
    display_name: request.displayName,
    short_name: request.shortName,
    credentials: request.credentials,
    is_clinician: request.isClinician,
    colour: request.colour,
  });
  const hours = request.hours ?? [];
  if (hours.length > 0)
    await tx.rows('clinician_hours').insert(
      hours.map((one) => ({
        practice_id: tx.practiceId,
        id: newId(),
        clinician_id: id,
        weekday: one.weekday,
        from_minute: one.fromMinute,
        until_minute: one.untilMinute,
      })),
    );
  tx.touch({ record: id });
  return id;
}
