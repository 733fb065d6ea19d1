import { setTimeout as sleep } from 'node:timers/promises';

const longestMs = 150_000;

/**
 * Looks until there is something to see; what fails because a process is down is looked at again.
 * @throws Error with `what` and the last failure when it takes too long
 */
export async function until<T>(what: string, look: () => Promise<T | undefined | null | false>): Promise<T> {
  let last: unknown;
  for (const end = Date.now() + longestMs; Date.now() < end; await sleep(20)) {
    try {
      const seen = await look();
      if (seen) return seen;
      last = undefined;
    } catch (error) {
      if (error instanceof Refused) throw error;
      last = error;
    }
  }
  throw new Error(`${what}: not within ${longestMs / 1000} s`, { cause: last });
}

/** An answer that another try would not change. */
export class Refused extends Error {}
