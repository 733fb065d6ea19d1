import type { Balance } from './use-balance';

interface Suggested {
  readonly of: 'copay' | 'balance';
  readonly cents: number;
}

/** What a client may be asked for: at a visit the copay as far as it is not paid yet, then what she owes; the likeliest first. */
export function suggestedCents(
  { balanceCents, copayCents, payments }: Pick<Balance, 'balanceCents' | 'copayCents' | 'payments'>,
  visitId: string | undefined,
): readonly Suggested[] {
  const atVisit = payments
    .filter((one) => visitId !== undefined && one.visitId === visitId && one.voidedAt === null)
    .reduce((sum, { cents }) => sum + cents, 0);
  const copay = visitId === undefined ? 0 : Math.max(0, (copayCents ?? 0) - atVisit);
  return [
    ...(copay > 0 ? [{ of: 'copay', cents: copay } as const] : []),
    ...(balanceCents > 0 ? [{ of: 'balance', cents: balanceCents } as const] : []),
  ];
}
