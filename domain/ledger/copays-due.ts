import type { PracticeTx } from '../database/practice-tx';
import { type Cents, centsOf } from '../money/cents';
import { practiceZone } from '../practice/today';

export interface CopayDue {
  readonly appointmentId: string;
  readonly clientId: string;
  /** What the card of her first insurance of that day says that a visit costs her, less what was paid at this one. */
  readonly dueCents: Cents;
}

/** Of these appointments those at which a copay is still to be taken. */
export async function copaysDue(tx: PracticeTx, appointmentIds: readonly string[]): Promise<readonly CopayDue[]> {
  const zone = await practiceZone(tx);
  const rows = await tx.all<{ id: string; client_id: string; due: number }>`
    select a.id, a.client_id, k.copay_cents - coalesce(p.paid, 0)::bigint as due
      from appointments a
      join lateral (
        select copay_cents from coverages
         where practice_id = a.practice_id and client_id = a.client_id and rank = 1 and from_day <= (a.starts_at at time zone ${zone})::date
           and (until_day is null or until_day >= (a.starts_at at time zone ${zone})::date) order by from_day desc limit 1) k on true
      left join visits v on v.practice_id = a.practice_id and v.appointment_id = a.id
      left join lateral (
        select sum(cents) as paid from client_payments
         where practice_id = v.practice_id and visit_id = v.id and voided_at is null) p on true
     where a.practice_id = ${tx.practiceId} and a.id = any (${appointmentIds}::uuid[])
       and a.state in ('scheduled', 'confirmed', 'arrived', 'in_session', 'completed') and k.copay_cents > coalesce(p.paid, 0)
     order by a.starts_at, a.id`;
  return rows.map((row) => ({ appointmentId: row.id, clientId: row.client_id, dueCents: centsOf(row.due) }));
}
