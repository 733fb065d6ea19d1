/** Milliseconds since the epoch, by this computer's clock. */
type Millis = number;

export interface IdleFacts {
  readonly now: Millis;
  /** The last input of which the server knows: it counts from there. */
  readonly counted: Millis;
  readonly idleSeconds: number;
}

export type IdleState =
  | { readonly kind: 'active' }
  | { readonly kind: 'warning'; readonly secondsLeft: number }
  | { readonly kind: 'ended' };

const warnSeconds = 120;
const reportMs = 60_000;

/** Two minutes before the end (halfway, where less than four are allowed) a dialog asks whether someone is there. */
export function idleState({ now, counted, idleSeconds }: IdleFacts): IdleState {
  const secondsLeft = Math.ceil(idleSeconds - (now - counted) / 1000);
  if (secondsLeft <= 0) return { kind: 'ended' };
  return secondsLeft <= warningOf(idleSeconds) ? { kind: 'warning', secondsLeft } : { kind: 'active' };
}

/** When to look again: at the next change of state, each second while the warning counts down. */
export function nextLook(facts: IdleFacts): Millis {
  const state = idleState(facts);
  const untilWarning = facts.counted + (facts.idleSeconds - warningOf(facts.idleSeconds)) * 1000 - facts.now;
  return state.kind === 'active' ? Math.max(1000, untilWarning) : 1000;
}

/** How long until input may be told to the server: at most once a minute. */
export const reportIn = (now: Millis, lastReport: Millis): Millis => Math.max(0, lastReport + reportMs - now);

const warningOf = (idleSeconds: number): number => Math.min(warnSeconds, idleSeconds / 2);
