import { useSpeech } from '../../browser/speech';
import type { WordParams } from '../../messages/words';

interface RemittanceWords {
  /** "Transfer" */
  readonly method: (code: string) => string;
  /** Why nothing of a file, or of a payment, is posted. */
  readonly reason: (code: string) => string;
  /** Why what a payer says of a claim waits for a person. */
  readonly review: (code: string | null) => string;
  /** What the payer did with a claim. */
  readonly status: (code: string) => string;
  /** What the payer moved beside the claims. */
  readonly adjustment: (code: string) => string;
  /** What a file turned out to be. */
  readonly kind: (code: string | null) => string;
  /** By which way a file came. */
  readonly cameBy: (way: string, name: string | null) => string;
}

/** How remittances are told; a code without words of its own is told as its kind. */
export function useRemittanceWords(): RemittanceWords {
  const { say, sayIfKnown } = useSpeech();
  const known = (part: string, code: string, params?: WordParams): string =>
    sayIfKnown(`remittances.${part}.${code}`, params) ??
    sayIfKnown(`remittances.${part}.other`) ??
    say('pieces.nothing');
  return {
    method: (code) => known('methods', code),
    reason: (code) => known('reasons', code),
    review: (code) => known('review.reasons', code ?? 'other'),
    status: (code) => known('claims.statuses', code),
    adjustment: (code) => known('adjustments.codes', code),
    kind: (code) => known('file.kinds', code ?? 'other'),
    cameBy: (way, name) => known('files.cameBy', way, { name: name ?? sayIfKnown('remittances.files.someone') ?? '' }),
  };
}
