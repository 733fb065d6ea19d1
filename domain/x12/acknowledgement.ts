/** TA1: the answer to an interchange as such (TR3 appendix C.1). */
export interface InterchangeAcknowledgement {
  /** TA101: ISA13 of the interchange that is answered. */
  readonly control: string;
  /** Its ISA09 and ISA10: YYMMDD, HHMM. */
  readonly date: string;
  readonly time: string;
  /** TA104: A accepted, E accepted with errors, R rejected. */
  readonly code: string;
  /** TA105: 000 none, else what was wrong. */
  readonly note: string;
}

/** A 999 (005010X231A1) or 997: the answer to one functional group. */
export interface GroupAcknowledgement {
  readonly kind: '999' | '997';
  readonly control: string;
  readonly version: string;
  /** AK1: GS01, GS06 and GS08 of the group that is answered. */
  readonly group: { readonly functionalId: string; readonly control: string; readonly version?: string | undefined };
  /** AK2 each. A group that is accepted whole may list none. */
  readonly sets: readonly SetAcknowledgement[];
  readonly result: GroupResult;
}

/** AK9. Counts are as written. */
export interface GroupResult {
  /** A accepted, E accepted with errors, P in part, R rejected, M W X for security reasons. */
  readonly code: string;
  readonly included: string;
  readonly received: string;
  readonly accepted: string;
  readonly reasons: readonly string[];
}

/** AK2 to IK5 (AK5 in a 997): one transaction set. */
export interface SetAcknowledgement {
  /** AK201 and AK202: ST01 and ST02 of the set that is answered. */
  readonly type: string;
  readonly control: string;
  readonly version?: string | undefined;
  /** IK501: A, E, R (M, W, X). */
  readonly code: string;
  /** IK502 to IK506. */
  readonly reasons: readonly string[];
  readonly errors: readonly SegmentError[];
}

/** IK3 (AK3): a segment that was found wrong. */
export interface SegmentError {
  readonly segment: string;
  /** IK302: its place in the set, ST being 1. */
  readonly position: string;
  /** IK303. */
  readonly loop?: string | undefined;
  /** IK304. */
  readonly code: string;
  readonly contexts: readonly SegmentContext[];
  readonly elements: readonly ElementError[];
}

/** CTX: CLM01 with its value names the claim; SITUATIONAL TRIGGER the place that made the segment necessary. */
export interface SegmentContext {
  readonly name: string;
  readonly value?: string | undefined;
  /** CTX02 to CTX05. */
  readonly segment?: string | undefined;
  readonly position?: string | undefined;
  readonly loop?: string | undefined;
  readonly element?: string | undefined;
}

/** IK4 (AK4). */
export interface ElementError {
  /** IK401: place of the element, then of component and repetition. */
  readonly position: string;
  readonly component?: string | undefined;
  readonly repetition?: string | undefined;
  /** IK402: number of the data element in the dictionary. */
  readonly reference?: string | undefined;
  /** IK403. */
  readonly code: string;
  /** IK404: a copy of what was sent. */
  readonly value?: string | undefined;
}
