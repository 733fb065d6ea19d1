/** By the name of a point: where its life ended otherwise than the undisturbed one. */
export type Ends<Name extends string> = ReadonlyMap<Name, readonly string[]>;

/** What went wrong, and what that came from. */
export function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message} (${whyOf(error.cause)})`;
}
