import { type NextStep, nothingMore, stepAt } from '../next-step/next-step';
import type { Instant } from '../time/instant';

/** What decides what happens next with a file that came in. */
export interface FileFacts {
  readonly state: string;
  /** A payment in it is being taken back. */
  readonly undoing: boolean;
  /** A payment in it is not posted to its end. */
  readonly open: boolean;
  readonly now: Instant;
}

const occurrence = 1;

/** What happens next: what a person takes back comes first. */
export function remittanceStep({ state, undoing, open, now }: FileFacts): NextStep {
  if (state === 'stored') return stepAt('read', occurrence, now);
  if (undoing) return stepAt('undo', occurrence, now);
  if (state === 'read' && open) return stepAt('post', occurrence, now);
  return nothingMore;
}
