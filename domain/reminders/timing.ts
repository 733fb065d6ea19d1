/** Times of the sending protocol, in milliseconds. Must hold: call < lease < the activity's own time-out, and call + record < it. */
export interface Timing {
  /** A call to a vendor ends after this. */
  readonly callMs: number;
  /** Nobody else touches a claimed message for so long. */
  readonly leaseMs: number;
  /** "Not found" proves nothing until so long after the claim: vendors index late. */
  readonly lookupWaitMs: number;
  readonly lookupEveryMs: number;
  /** First wait after a definite "not sent"; doubles up to a minute. */
  readonly backoffMs: number;
  /** How long recording an answer is tried while the database does not answer. */
  readonly recordMs: number;
}

export const standardTiming: Timing = {
  callMs: 10_000,
  leaseMs: 20_000,
  lookupWaitMs: 600_000,
  lookupEveryMs: 60_000,
  backoffMs: 1_000,
  recordMs: 30_000,
};
