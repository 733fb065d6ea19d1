import type { SessionView, signIn } from '../../api/session/session.contract';
import type { ResponseOf } from '../../api/http/contract';

/** Who works here, as `GET /api/session` tells. */
export type Session = SessionView;

/** One of several practices in which a person works. */
export interface PracticeChoice {
  readonly id: string;
  readonly name: string;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Chosen by someone who works in several practices. */
  readonly practiceId?: string;
}

/** What the server answers: a session, or a question. */
export type SignInAnswer = ResponseOf<typeof signIn>;

/** Undefined: signed in. Else the practices to choose from. */
export type SignIn = (credentials: Credentials) => Promise<readonly PracticeChoice[] | undefined>;

export type SessionState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'signed_out' }
  | { readonly kind: 'signed_in'; readonly session: Session }
  /** It was open and ended: the page stays, and a dialog asks to sign in. */
  | { readonly kind: 'ended'; readonly session: Session; readonly why: 'idle' | 'elsewhere' };

/** The same person in the same practice: the page may go on. Anyone else begins with an empty one. */
export const sameSeat = (a: Session, b: Session): boolean => a.person.membershipId === b.person.membershipId;

export const sessionOf = (state: SessionState): Session | undefined =>
  state.kind === 'signed_in' || state.kind === 'ended' ? state.session : undefined;
