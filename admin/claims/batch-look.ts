import type { BatchView } from '../../api/claims/batch.contract';

type Standing = Pick<BatchView, 'state' | 'reason' | 'next'>;

/** Why a batch has not gone, by code (`claims.batches.waits`); undefined where nothing is in its way. */
export type Hindrance =
  | { readonly kind: 'held' }
  | { readonly kind: 'returned' }
  /** `reason` is in the way; it is tried again, or asked for, at that time. */
  | { readonly kind: 'waits' | 'asks'; readonly reason: string | null; readonly due: number | null };

export function hindranceOf({ state, reason, next }: Standing): Hindrance | undefined {
  if (next?.step === 'await_order') return { kind: 'held' };
  if (state === 'returned') return { kind: 'returned' };
  const due = next?.due ?? null;
  if (state === 'unknown') return { kind: 'asks', reason, due };
  return reason !== null && (state === 'open' || state === 'written') ? { kind: 'waits', reason, due } : undefined;
}

/** Codes with words of their own; whatever else a line says, the clearinghouse does not answer. */
const known = ['not_configured', 'no_agreement', 'files_unavailable', 'wrong_host_key', 'login_refused'] as const;
type Known = (typeof known)[number];

export const reasonWord = (reason: string): Known | 'silent' => known.find((one) => one === reason) ?? 'silent';

/** What a person may do about it; `arrived` and `absent` are what the clearinghouse told a person who asked it. */
export type BatchAct = 'hurry' | 'takeOver' | 'release' | 'arrived' | 'absent';

export function batchActsOf(batch: Standing): readonly BatchAct[] {
  switch (hindranceOf(batch)?.kind) {
    case 'held':
      return ['takeOver'];
    case 'returned':
      return ['release'];
    case 'waits':
      return ['hurry'];
    case 'asks':
      return ['hurry', 'arrived', 'absent'];
    case undefined:
      return [];
  }
}

/** How the server calls it. */
export const batchVerbs: Readonly<Record<BatchAct, { readonly verb: string; readonly data?: { arrived: boolean } }>> = {
  hurry: { verb: 'hurry' },
  takeOver: { verb: 'take-over' },
  release: { verb: 'release' },
  arrived: { verb: 'settle', data: { arrived: true } },
  absent: { verb: 'settle', data: { arrived: false } },
};
