import type { RemittanceRow } from '../../api/remittances/remittance.contract';

type Standing = Pick<RemittanceRow, 'state' | 'claims' | 'posted' | 'review' | 'setAside' | 'informed'>;

/** What happens next with a payment. `ahead`: something does. */
export type RemittanceNextKind =
  | { readonly kind: 'found' | 'review' | 'undoing'; readonly ahead: true }
  | { readonly kind: 'posting'; readonly ahead: true; readonly done: number }
  | {
      readonly kind: 'posted' | 'setAside' | 'quarantined' | 'duplicate' | 'informed' | 'undone';
      readonly ahead: false;
    };

export function nextOf({ state, posted, review, setAside, informed }: Standing): RemittanceNextKind {
  if (state === 'found') return { kind: 'found', ahead: true };
  if (state === 'posting') return { kind: 'posting', ahead: true, done: posted + review + setAside + informed };
  if (state === 'undoing') return { kind: 'undoing', ahead: true };
  if (state !== 'posted') return { kind: state, ahead: false };
  if (review > 0) return { kind: 'review', ahead: true };
  return { kind: setAside > 0 ? 'setAside' : 'posted', ahead: false };
}
