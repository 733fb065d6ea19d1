import type { PracticeTx } from '../database/practice-tx';
import { settleShares } from '../ledger/settle-shares';
import { type Cents, centsOf, negated, sumOf } from '../money/cents';
import { type Day, daysBetween } from '../time/wall-time';
import { ageOf, byAge } from './ages';
import { debtAgeEdges } from './report-codes';

interface ClientsByAge {
  readonly ages: readonly Cents[];
  readonly creditCents: Cents;
  readonly cents: Cents;
}

/** What payers left to a client of one charge, or one payment of hers. */
interface Part {
  readonly client_id: string;
  readonly key: string;
  readonly is_payment: boolean;
  /** Of the service; of a payment the visit at which it was taken. */
  readonly day: Day | null;
  readonly cents: number;
}

/**
 * What clients owe as of a day by the age of the service. Which payment settles what is worked out by the same rule as on the page
 * of one client's balance. What a client has to her credit is beside it: it has no age.
 */
export async function clientsByAge(tx: PracticeTx, asOf: Day): Promise<ClientsByAge> {
  const credit = await tx.one<{ cents: number }>`
    select coalesce(sum(b.cents), 0)::bigint as cents from (
      select sum(l.cents) as cents
        from ledger_lines l join ledger_entries e on e.practice_id = l.practice_id and e.id = l.entry_id
       where l.practice_id = ${tx.practiceId} and l.account = 'client' and e.day <= ${asOf}
       group by l.client_id having sum(l.cents) < 0) b`;
  const creditCents = centsOf(credit?.cents ?? 0);
  const open = [...Map.groupBy(await partsOfOwing(tx, asOf), (part) => part.client_id).values()].flatMap((parts) =>
    openOf(parts, asOf),
  );
  const ages = byAge(open, debtAgeEdges).map(centsOf);
  return { ages, creditCents, cents: sumOf([...ages, creditCents]) };
}

function openOf(parts: readonly Part[], asOf: Day) {
  const shares = parts.filter((part) => !part.is_payment);
  const { open } = settleShares(
    shares.map(({ key, day, cents }) => ({ key, day, cents: centsOf(cents) })),
    parts
      .filter((part) => part.is_payment)
      .map(({ key, day, cents }) => ({ id: key, day, cents: negated(centsOf(cents)) })),
  );
  return shares.map(({ key, day }) => ({
    age: day === null ? null : ageOf(daysBetween(day, asOf), debtAgeEdges),
    value: open.get(key) ?? 0,
  }));
}

/** Of clients who owe something: what was left to them by claim and charge, and what they paid and nobody took back. */
const partsOfOwing = (tx: PracticeTx, asOf: Day): Promise<readonly Part[]> => tx.all<Part>`
  with owing as materialized (
    select l.client_id from ledger_lines l join ledger_entries e on e.practice_id = l.practice_id and e.id = l.entry_id
     where l.practice_id = ${tx.practiceId} and l.account = 'client' and e.day <= ${asOf}
     group by 1 having sum(l.cents) > 0)
  select l.client_id, y.id is not null as is_payment, coalesce(y.id::text, concat_ws('/', l.claim_id, l.charge_id)) as key,
         coalesce(a.local_start::date, h.service_day, c.service_day)::text as day, sum(l.cents)::bigint as cents
    from owing o
    join ledger_lines l on l.practice_id = ${tx.practiceId} and l.client_id = o.client_id and l.account = 'client'
    join ledger_entries e on e.practice_id = l.practice_id and e.id = l.entry_id and e.day <= ${asOf}
    left join client_payments y on y.practice_id = e.practice_id and y.id = e.payment_id
    left join visits v on v.practice_id = y.practice_id and v.id = y.visit_id
    left join appointments a on a.practice_id = v.practice_id and a.id = v.appointment_id
    left join charges h on h.practice_id = l.practice_id and h.id = l.charge_id
    left join claims c on c.practice_id = l.practice_id and c.id = l.claim_id
   group by 1, 2, 3, 4 having sum(l.cents) <> 0`;
