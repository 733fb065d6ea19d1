import type { EventOf } from '../life';
import type { claimLife } from './claim-state';

type Step = EventOf<typeof claimLife> | undefined;

/** What others say of a claim, and the step of its life that it is, if any. */
export const heard = {
  blocked: 'scrub_fail',
  submitted: 'submit',
  rejected: 'reject',
  accepted: 'accept',
  adjudicated: 'adjudicate',
  denied: 'deny',
  reversed: 'reverse',
  format_accepted: undefined,
  received: undefined,
} as const satisfies Record<string, Step>;

/** What a person does with it. `void_asked`: a version that takes it back goes to the payer. */
export const done = {
  corrected: 'mend',
  void_asked: 'mend',
  voided: 'void',
  closed: 'close',
  appealed: undefined,
} as const satisfies Record<string, Step>;

export type ClaimEventKind = keyof typeof heard | keyof typeof done;

/** How the taking back of a payment names what it takes back (`domain/remittances/undo-remittance-claim.ts`). */
const undoing = /^undo\//;
export const isUndo = (evidenceKey: string): boolean => undoing.test(evidenceKey);
/** The evidence that is taken back. */
export const undoneBy = (evidenceKey: string): string => evidenceKey.replace(undoing, '');
