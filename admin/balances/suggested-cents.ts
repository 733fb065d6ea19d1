import type { Balance } from './use-balance';

interface Suggested {
  readonly of: 'copay' | 'balance';
  readonly cents: number;
}

/** What came in at one visit and stands. */
export const paidAtVisit = (payments: Balance['payments'], visitId: string): number =>
  payments.filter((one) => one.visitId === visitId && one.voidedAt === null).reduce((sum, { cents }) => sum + cents, 0);

/** What a client may be asked for: at a visit the copay as far as it is not paid yet, then what she owes; the likeliest first. */
export function suggestedCents(
  { balanceCents, copayCents, payments }: Pick<Balance, 'balanceCents' | 'copayCents' | 'payments'>,
  visitId: string | undefined,
): readonly Suggested[] {
  const copay = visitId === undefined ? 0 : Math.max(0, (copayCents ?? 0) - paidAtVisit(payments, visitId));
  return [
    ...(copay > 0 ? [{ of: 'copay', cents: copay } as const] : []),
    ...(balanceCents > 0 ? [{ of: 'balance', cents: balanceCents } as const] : []),
  ];
}
