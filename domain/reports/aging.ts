import type { PracticeTx } from '../database/practice-tx';
import { type Cents, centsOf, sumOf } from '../money/cents';
import type { Day } from '../time/wall-time';
import { byAge } from './ages';
import { clientsByAge } from './clients-by-age';
import { dayOfReport } from './period';
import { debtAgeEdges } from './report-codes';

/** What one insurer owes, or disputes. */
interface PayerAges {
  /** Null where no insurer is known of it. */
  readonly payerId: string | null;
  readonly name: string | null;
  /** By age of the service, youngest first. */
  readonly ages: readonly Cents[];
  readonly cents: Cents;
}

interface Aging {
  readonly asOf: Day;
  /** Charged, and no insurer has said anything of it; who owes most first. */
  readonly insurers: readonly PayerAges[];
  /** Denied by insurers and in dispute: beside what is owed. */
  readonly denied: readonly PayerAges[];
  readonly clients: {
    readonly ages: readonly Cents[];
    /** What stands to the credit of clients: never positive. */
    readonly creditCents: Cents;
    /** What is owed, less the credit. */
    readonly cents: Cents;
  };
  /** What insurers and clients owe together: the accounts `insurer` and `client` as of the day. */
  readonly owedCents: Cents;
}

interface Row {
  readonly account: 'insurer' | 'denial';
  readonly payer_id: string | null;
  readonly name: string | null;
  readonly age: number | null;
  readonly value: number;
}

/**
 * What insurers and clients owe as of a day, by the age of the service, from the books as they count up to that day. A debt is of
 * the insurer that its claim went to last, whoever was billed first.
 */
export async function readAging(tx: PracticeTx, of: { readonly asOf?: Day | undefined }): Promise<Aging> {
  const asOf = await dayOfReport(tx, of.asOf);
  const rows = await tx.all<Row>`
    with debts as (
      select l.account, l.charge_id, case when l.charge_id is null then l.claim_id end as claim_id, sum(l.cents) as cents
        from ledger_lines l join ledger_entries e on e.practice_id = l.practice_id and e.id = l.entry_id
       where l.practice_id = ${tx.practiceId} and l.account in ('insurer', 'denial') and e.day <= ${asOf}
       group by 1, 2, 3 having sum(l.cents) <> 0),
    owed as (
      select d.account, coalesce(c.payer_id, k.payer_id, v.payer_id) as payer_id, ${asOf}::date - coalesce(h.service_day, c.service_day) as days, d.cents
        from debts d
        left join claims c on c.practice_id = ${tx.practiceId} and c.id = d.claim_id
        left join charges h on h.practice_id = ${tx.practiceId} and h.id = d.charge_id
        left join coverages v on v.practice_id = h.practice_id and v.id = h.coverage_id
        left join lateral (
          select k.payer_id from claim_lines x join claims k on k.practice_id = x.practice_id and k.id = x.claim_id
           where x.practice_id = h.practice_id and x.charge_id = h.id order by k.state = 'void', k.id desc limit 1) k on true)
    select o.account, y.id as payer_id, y.name, width_bucket(o.days, ${[...debtAgeEdges]}::int[]) as age, sum(o.cents)::bigint as value
      from owed o left join payers y on y.practice_id = ${tx.practiceId} and y.id = o.payer_id
     group by 1, 2, 3, 4`;
  const insurers = payersOf(rows.filter(({ account }) => account === 'insurer'));
  const clients = await clientsByAge(tx, asOf);
  return {
    asOf,
    insurers,
    denied: payersOf(rows.filter(({ account }) => account === 'denial')),
    clients,
    owedCents: sumOf([...insurers.map(({ cents }) => cents), clients.cents]),
  };
}

function payersOf(rows: readonly Row[]): readonly PayerAges[] {
  return [...Map.groupBy(rows, (row) => row.payer_id)]
    .map(([payerId, of]) => ({
      payerId,
      name: of[0]?.name ?? null,
      ages: byAge(of, debtAgeEdges).map(centsOf),
      cents: sumOf(of.map(({ value }) => centsOf(value))),
    }))
    .toSorted((a, b) => b.cents - a.cents || (a.name ?? '').localeCompare(b.name ?? ''));
}
