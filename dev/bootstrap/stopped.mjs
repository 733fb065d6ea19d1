/** The command cannot go on. `message` tells the person what to do; no stack trace helps them. */
export class Stopped extends Error {}

/**
 * Tells the person why the command ended; any error but a `Stopped` is a defect and shows its stack.
 * @returns the exit code
 */
export function endWith(error) {
  const text = error instanceof Stopped ? error.message : String(error?.stack ?? error);
  process.stderr.write(`\nKept: ${text}\n`);
  return 1;
}
