import { type Cents, centsOf, negated } from '../money/cents';

/** What a payer left to the client. Negative: more was taken back than was ever said. */
interface Share {
  readonly key: string;
  /** The day of the service; null where the reader may not know it. */
  readonly day: string | null;
  readonly cents: Cents;
}

interface Payment {
  readonly id: string;
  /** The day of the visit at which it was taken; null for one that came by mail. */
  readonly day: string | null;
  readonly cents: Cents;
}

interface Settling {
  readonly shareKey: string;
  readonly paymentId: string;
  readonly cents: Cents;
}

export interface Settled {
  readonly settlings: readonly Settling[];
  /** What is still open of each share, never negative. */
  readonly open: ReadonlyMap<string, Cents>;
  /** What stands to the client's credit: paid, or taken back, and owed by nothing yet. */
  readonly credit: Cents;
}

/**
 * Which payment settles what, worked out from both, never stored: so that a copay that came before the payer spoke and one that
 * came after lead to the same. A payment settles the day of its visit first, then what is oldest.
 */
export function settleShares(shares: readonly Share[], payments: readonly Payment[]): Settled {
  const open = new Map(shares.map(({ key, cents }) => [key, Math.max(0, cents)]));
  const left = new Map(payments.map(({ id, cents }) => [id, cents as number]));
  const settlings: Settling[] = [];
  const settle = (share: Share, payment: Payment) => {
    const cents = Math.min(open.get(share.key) ?? 0, left.get(payment.id) ?? 0);
    if (cents <= 0) return;
    open.set(share.key, (open.get(share.key) ?? 0) - cents);
    left.set(payment.id, (left.get(payment.id) ?? 0) - cents);
    settlings.push({ shareKey: share.key, paymentId: payment.id, cents: centsOf(cents) });
  };
  const byAge = shares.toSorted((a, b) => (a.day ?? '').localeCompare(b.day ?? ''));
  for (const payment of payments)
    for (const share of byAge) if (payment.day !== null && share.day === payment.day) settle(share, payment);
  for (const payment of payments) for (const share of byAge) settle(share, payment);

  let spare = shares.reduce((sum, { cents }) => sum + Math.max(0, negated(cents)), 0);
  for (const share of byAge) {
    const cents = Math.min(open.get(share.key) ?? 0, spare);
    open.set(share.key, (open.get(share.key) ?? 0) - cents);
    spare -= cents;
  }
  const credit = [...left.values()].reduce((sum, cents) => sum + cents, spare);
  return {
    settlings,
    open: new Map([...open].map(([key, cents]) => [key, centsOf(cents)])),
    credit: centsOf(credit),
  };
}
