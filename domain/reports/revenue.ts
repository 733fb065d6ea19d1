import type { PracticeTx } from '../database/practice-tx';
import { type Cents, centsOf, noCents, sumOf } from '../money/cents';
import type { Day } from '../time/wall-time';
import { dayOfReport, yearUntil } from './period';
import { type MoneyKind, moneyKinds } from './report-codes';

interface MoneyMonth {
  /** `2026-11` */
  readonly month: string;
  readonly kinds: Readonly<Record<MoneyKind, Cents>>;
  readonly cents: Cents;
}

interface Revenue {
  readonly asOf: Day;
  /** Oldest first, twelve; months without money are among them. */
  readonly months: readonly MoneyMonth[];
  /** Insurers by the name that stands in their files, who paid most first. */
  readonly payers: readonly { readonly name: string; readonly cents: Cents }[];
  readonly cents: Cents;
}

interface Row {
  readonly month: string;
  readonly kind: MoneyKind;
  readonly payer: string | null;
  readonly cents: number;
}

/**
 * The money that came in over the twelve months until a day, by the day on which the books count it. What was taken back is taken
 * off on the day on which it was taken back, so that the months add up to the account `cash`.
 */
export async function readRevenue(tx: PracticeTx, of: { readonly asOf?: Day | undefined }): Promise<Revenue> {
  const asOf = await dayOfReport(tx, of.asOf);
  const { from, months } = yearUntil(asOf);
  const rows = await tx.all<Row>`
    select to_char(e.day, 'YYYY-MM') as month, case when e.payment_id is null then 'insurer' else coalesce(y.method, 'other') end as kind,
           m.payer_name as payer, sum(l.cents)::bigint as cents
      from ledger_entries e
      join ledger_lines l on l.practice_id = e.practice_id and l.entry_id = e.id and l.account = 'cash'
      left join client_payments y on y.practice_id = e.practice_id and y.id = e.payment_id
      left join remittances m on m.practice_id = e.practice_id and m.id = e.remittance_id
     where e.practice_id = ${tx.practiceId} and e.day between ${from} and ${asOf}
     group by 1, 2, 3`;
  const byPayer = Map.groupBy(
    rows.flatMap(({ payer, cents }) => (payer === null ? [] : [{ payer, cents }])),
    ({ payer }) => payer,
  );
  return {
    asOf,
    months: months.map((month) =>
      monthOf(
        month,
        rows.filter((row) => row.month === month),
      ),
    ),
    payers: [...byPayer]
      .map(([name, of]) => ({ name, cents: together(of) }))
      .toSorted((a, b) => b.cents - a.cents || a.name.localeCompare(b.name)),
    cents: together(rows),
  };
}

function monthOf(month: string, rows: readonly Row[]): MoneyMonth {
  const kinds = Object.fromEntries(moneyKinds.map((kind) => [kind, noCents])) as Record<MoneyKind, Cents>;
  for (const { kind, cents } of rows) kinds[kind] = centsOf(kinds[kind] + cents);
  return { month, kinds, cents: together(rows) };
}

const together = (rows: readonly { readonly cents: number }[]): Cents => sumOf(rows.map(({ cents }) => centsOf(cents)));
