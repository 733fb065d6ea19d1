import type { PracticeTx } from '../database/practice-tx';
import type { PaymentMethod } from '../ledger/balance-codes';
import { settleShares } from '../ledger/settle-shares';
import { type Cents, centsOf, sumOf } from '../money/cents';
import { type Instant, fromDate } from '../time/instant';
import { dayAt } from '../time/wall-time';

/** One visit of a client's own: what it cost, where that went, and what is left to her. */
interface OwnShare {
  readonly id: string;
  readonly serviceDay: string;
  readonly payerName: string | null;
  readonly chargeCents: Cents;
  readonly paidCents: Cents;
  readonly contractualCents: Cents;
  readonly deniedCents: Cents;
  readonly writtenOffCents: Cents;
  /** No payer has decided about it yet. */
  readonly waitingCents: Cents;
  readonly ownCents: Cents;
  /** As what the payer left it to her: `PR-3` is a copay. */
  readonly parts: readonly { readonly reason: string; readonly cents: Cents }[];
  readonly settledCents: Cents;
  readonly openCents: Cents;
}

export interface OwnBalance {
  readonly clientId: string;
  readonly clientName: string;
  readonly balanceCents: Cents;
  readonly creditCents: Cents;
  /** Of which something is hers, and those that a payer has not decided or has denied; the oldest first. */
  readonly shares: readonly OwnShare[];
  /** What she paid, the latest first. */
  readonly payments: readonly {
    readonly id: string;
    readonly cents: Cents;
    readonly method: PaymentMethod;
    readonly takenAt: Instant;
  }[];
}

/** What one owes oneself, and whoever one is the guardian of; why, in sums that a client may read. */
export async function ownBalances(tx: PracticeTx): Promise<readonly OwnBalance[]> {
  const clients = await tx.all<{ id: string; name: string }>`
    select id, coalesce(preferred_name, first_name) || ' ' || last_name as name from clients
     where practice_id = ${tx.practiceId} order by id`;
  const balances: OwnBalance[] = [];
  for (const { id, name } of clients) balances.push(await ownBalance(tx, id, name));
  return balances;
}

interface Sum {
  readonly claim_id: string | null;
  readonly charge_id: string | null;
  readonly account: string;
  readonly reason: string | null;
  readonly cents: number;
}

interface Charge {
  readonly id: string;
  readonly cents: number;
  readonly day: string;
  readonly payer_name: string | null;
}

async function ownBalance(tx: PracticeTx, clientId: string, clientName: string): Promise<OwnBalance> {
  tx.touch({ client: clientId });
  const sums = await tx.all<Sum>`
    select claim_id, charge_id, account, reason, sum(cents)::bigint as cents from ledger_lines
     where practice_id = ${tx.practiceId} and client_id = ${clientId} group by 1, 2, 3, 4`;
  const charges = await tx.all<Charge>`
    select h.id, h.cents, h.service_day::text as day, y.name as payer_name
      from charges h
      left join lateral (select l.payer_id from ledger_lines l where l.practice_id = h.practice_id and l.charge_id = h.id
                            and l.payer_id is not null limit 1) l on true
      left join payers y on y.practice_id = h.practice_id and y.id = l.payer_id
     where h.practice_id = ${tx.practiceId} and h.client_id = ${clientId} order by h.service_day, h.id`;
  const payments = await tx.all<{
    id: string;
    cents: number;
    method: PaymentMethod;
    taken_at: Date;
    arrived_at: Date | null;
    zone: string;
  }>`
    select p.id, p.cents, p.method, p.taken_at, v.arrived_at, z.zone
      from client_payments p
      join practice_profiles z on z.practice_id = p.practice_id
      left join visits v on v.practice_id = p.practice_id and v.id = p.visit_id
     where p.practice_id = ${tx.practiceId} and p.client_id = ${clientId} and p.voided_at is null
     order by p.taken_at, p.id`;
  const placed = placedSums(sums, charges);
  const shares = charges.map((charge) => shareOf(charge, placed)).filter(isTold);
  const { settlings, open, credit } = settleShares(
    shares.map(({ id, serviceDay, ownCents }) => ({ key: id, day: serviceDay, cents: ownCents })),
    payments.map((row) => ({
      id: row.id,
      day: row.arrived_at && dayAt(fromDate(row.arrived_at), row.zone),
      cents: centsOf(row.cents),
    })),
  );
  return {
    clientId,
    clientName,
    balanceCents: sumOf(sums.filter(({ account }) => account === 'client').map(({ cents }) => centsOf(cents))),
    creditCents: credit,
    shares: shares.map((share) => ({
      ...share,
      settledCents: sumOf(settlings.filter(({ shareKey }) => shareKey === share.id).map(({ cents }) => cents)),
      openCents: open.get(share.id) ?? centsOf(0),
    })),
    payments: payments.toReversed().map((row) => ({
      id: row.id,
      cents: centsOf(row.cents),
      method: row.method,
      takenAt: fromDate(row.taken_at),
    })),
  };
}

/** What was said of a claim as a whole stands with the first of its services: the client knows of visits, not of claims. */
function placedSums(sums: readonly Sum[], charges: readonly Charge[]): readonly Sum[] {
  const firstOf = (claimId: string) =>
    charges.find(({ id }) => sums.some((sum) => sum.claim_id === claimId && sum.charge_id === id));
  return sums.map((sum) => {
    if (sum.charge_id !== null || sum.claim_id === null) return sum;
    return { ...sum, charge_id: firstOf(sum.claim_id)?.id ?? null };
  });
}

type Told = Omit<OwnShare, 'settledCents' | 'openCents'>;

const isTold = ({ ownCents, waitingCents, deniedCents, parts }: Told): boolean =>
  ownCents !== 0 || waitingCents !== 0 || deniedCents !== 0 || parts.length > 0;

function shareOf({ id, cents, day, payer_name }: Charge, sums: readonly Sum[]): Told {
  const mine = sums.filter(({ charge_id }) => charge_id === id);
  const of = (account: string) => sumOf(mine.filter((one) => one.account === account).map((one) => centsOf(one.cents)));
  const reasons = Map.groupBy(
    mine.filter(({ account, reason }) => account === 'client' && reason !== null),
    ({ reason }) => reason ?? '',
  );
  const parts = [...reasons].map(([reason, ofReason]) => ({
    reason,
    cents: sumOf(ofReason.map((one) => centsOf(one.cents))),
  }));
  return {
    id,
    serviceDay: day,
    payerName: payer_name,
    chargeCents: centsOf(cents),
    paidCents: of('unapplied'),
    contractualCents: of('contractual'),
    deniedCents: of('denial'),
    writtenOffCents: of('write_off'),
    waitingCents: of('insurer'),
    ownCents: of('client'),
    parts: parts.filter((part) => part.cents !== 0),
  };
}
