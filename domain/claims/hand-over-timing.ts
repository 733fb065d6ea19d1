/** Times of a hand-over, in milliseconds. Must hold: call < lease, call + record < the activity's own time-out (180 s). */
export interface HandOverTiming {
  /** A call to the clearinghouse ends after this; what it did by then nobody knows. */
  readonly callMs: number;
  /** Nobody else touches a batch that is being handed over for so long. */
  readonly leaseMs: number;
  /** First wait after a try that came to nothing; doubles up to `longestWaitMs`. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** How long recording an answer is tried while the database does not answer. */
  readonly recordMs: number;
}

export const handOverTiming: HandOverTiming = {
  callMs: 90_000,
  leaseMs: 110_000,
  firstWaitMs: 15_000,
  longestWaitMs: 900_000,
  recordMs: 30_000,
};

/** How long to wait after so many tries. */
export const waitAfter = (attempts: number, timing: HandOverTiming): number =>
  Math.min(timing.longestWaitMs, timing.firstWaitMs * 2 ** Math.min(Math.max(attempts - 1, 0), 16));
