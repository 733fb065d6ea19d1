/** Who works here, as `GET /api/session` tells. */
export interface Session {
  readonly person: { readonly name: string; readonly initials: string };
  readonly practice: {
    readonly name: string;
    /** IANA zone in which the practice lives. */
    readonly zone: string;
  };
  readonly roles: readonly string[];
  readonly capabilities: readonly string[];
  /** Seconds without input after which the server ends the session. */
  readonly idleSeconds: number;
  readonly preferences: Readonly<Record<string, unknown>>;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

export type SessionState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'signed_out' }
  | { readonly kind: 'signed_in'; readonly session: Session }
  /** It was open and ended: the page stays, and a dialog asks to sign in. */
  | { readonly kind: 'ended'; readonly session: Session; readonly why: 'idle' | 'elsewhere' };

/** The same person in the same practice: the page may go on. Anyone else begins with an empty one. */
export const sameSeat = (a: Session, b: Session): boolean =>
  a.person.name === b.person.name && a.practice.name === b.practice.name;

export const sessionOf = (state: SessionState): Session | undefined =>
  state.kind === 'signed_in' || state.kind === 'ended' ? state.session : undefined;
