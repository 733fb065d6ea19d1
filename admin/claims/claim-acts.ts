import type { ClaimDetailView } from '../../api/claims/claim.contract';

/** What a person may do with a claim. */
export type ClaimAct = 'correct' | 'appeal' | 'close' | 'void';

/** By state, the one that helps most first. What the server would refuse is not offered. */
const byState = {
  ready: ['correct', 'void'],
  blocked: ['correct', 'void', 'close'],
  submitted: ['close'],
  rejected: ['correct', 'void', 'close'],
  accepted: ['correct', 'void', 'close'],
  adjudicated: ['correct', 'appeal', 'void', 'close'],
  denied: ['correct', 'appeal', 'close', 'void'],
  closed: ['correct'],
  void: [],
} as const satisfies Record<ClaimDetailView['state'], readonly ClaimAct[]>;

/** Nothing while a version is on its way out; nothing can be closed of which nothing is open. */
export function actsOf({ state, outlook }: Pick<ClaimDetailView, 'state' | 'outlook'>): readonly ClaimAct[] {
  if (outlook.leaving) return [];
  return (byState[state] as readonly ClaimAct[]).filter((act) => act !== 'close' || outlook.writeOffCents > 0);
}

/** Reasons that an authorization may mend. */
const authorizationReasons: ReadonlySet<string> = new Set(['15', '197', '198', '210', '243', '296']);

/** Whether the claim waits for an authorization. */
export const lacksAuthorization = ({ trouble }: Pick<ClaimDetailView, 'trouble'>): boolean =>
  trouble?.kind === 'denied' && trouble.causes.some((cause) => authorizationReasons.has(cause.replace(/^\w+-/, '')));
