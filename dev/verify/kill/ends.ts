/** By the name of a point: where its life ended otherwise than the undisturbed one. */
export type Ends<Name extends string> = ReadonlyMap<Name, readonly string[]>;

/** What went wrong, and what that came from. */
export function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message} (${whyOf(error.cause)})`;
}

/** Ends this process with 0 where the proof holds. */
export function endWith(proof: () => Promise<boolean>): void {
  proof().then(
    (holds) => process.exit(holds ? 0 : 1),
    (error: unknown) => {
      process.stderr.write(`${whyOf(error)}\n`);
      process.exit(1);
    },
  );
}
