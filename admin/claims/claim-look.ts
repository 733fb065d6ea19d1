import type { ClaimRowView } from '../../api/claims/claim.contract';

/** How a claim stands for people: an answered one by what became of its money. */
export type ShownClaimState = Exclude<ClaimRowView['state'], 'adjudicated'> | 'paid' | 'partly' | 'answered';

export function shownClaimState({
  state,
  paidCents,
  openCents,
}: Pick<ClaimRowView, 'state' | 'paidCents' | 'openCents'>): ShownClaimState {
  if (state !== 'adjudicated') return state;
  if (paidCents <= 0) return 'answered';
  return openCents > 0 ? 'partly' : 'paid';
}

/** Groups of states that a list shows. */
export const shows = {
  trouble: ['blocked', 'rejected', 'denied'],
  leaving: ['ready', 'submitted', 'accepted'],
  answered: ['adjudicated', 'closed', 'void'],
} as const satisfies Record<string, readonly ClaimRowView['state'][]>;
export type Show = keyof typeof shows;
export const showNames = Object.keys(shows) as readonly Show[];

/** What a claim waits for where no plan says it: by its state alone. */
const waits = {
  ready: 'await_batch',
  blocked: 'await_mend',
  rejected: 'await_mend',
  submitted: 'await_answer',
  accepted: 'await_answer',
  denied: 'await_decision',
  adjudicated: 'nothing',
  closed: 'nothing',
  void: 'nothing',
} as const satisfies Record<ClaimRowView['state'], string>;

/** What happens next, by code (`claims.next`), and by when. */
export function nextOfClaim({ state, next }: Pick<ClaimRowView, 'state' | 'next'>): {
  readonly code: string;
  readonly due: number | null;
} {
  if (next?.paused) return { code: 'paused', due: null };
  return next ? { code: next.step, due: next.due } : { code: waits[state], due: null };
}
