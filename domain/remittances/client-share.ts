import type { Posting } from '../ledger/post-entry';
import { type Cents, centsOf } from '../money/cents';

/** What the payer at one place in turn said that the client owes for a charge. */
export interface Said {
  readonly chargeId: string | null;
  readonly sequence: number;
  readonly cents: Cents;
}

/**
 * The last payer in turn decides what the client owes: what those before it said is superseded. Answers per charge by how much
 * the client's share has to change, in whatever order the payers spoke.
 * @param said every posted word about the client's share, the new one included
 * @param stands what the books say that the client owes by payers' words, the new one included
 */
export function shareChange(
  said: readonly Said[],
  stands: ReadonlyMap<string | null, Cents>,
): ReadonlyMap<string | null, Cents> {
  const last = Math.max(0, ...said.map(({ sequence }) => sequence));
  const changes = new Map<string | null, Cents>();
  for (const chargeId of new Set([...stands.keys(), ...said.map((one) => one.chargeId)])) {
    const share = said
      .filter((one) => one.chargeId === chargeId && one.sequence === last)
      .reduce((sum, { cents }) => sum + cents, 0);
    const change = share - (stands.get(chargeId) ?? 0);
    if (change !== 0) changes.set(chargeId, centsOf(change));
  }
  return changes;
}

/** The part of an effect that says what the client owes. */
export const shareOf = (postings: readonly Posting[]): readonly { chargeId: string | null; cents: Cents }[] =>
  postings
    .filter(({ account }) => account === 'client')
    .map(({ chargeId, cents }) => ({ chargeId: chargeId ?? null, cents }));
