/** What the workflow of one thing is told, knows and asks for. Opaque ids, enum codes and epoch milliseconds only. */

/** Which thing, in which practice. The workflow's whole argument. */
export interface EntityRef {
  readonly practiceId: string;
  readonly id: string;
}

export type EpochMs = number;

/** What happens next. A null due waits for a change only. `nothing_more` ends the workflow; the next change starts it again. */
export type NextStep =
  | { readonly kind: 'step'; readonly step: string; readonly occurrence: number; readonly due: EpochMs | null }
  | { readonly kind: 'nothing_more' };

/** A step to carry out, as it was planned. */
export interface StepRef extends EntityRef {
  readonly step: string;
  readonly occurrence: number;
}

/** Carries nothing: look again, the row says what is true. */
export const lookAgainSignal = 'lookAgain';
