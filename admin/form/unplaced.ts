import type { Problem } from '../../browser/http/problem';

/** A problem that no field of the form shows: the notice below the fields tells it. */
export const unplaced = (problem: Problem | undefined, shown: object): Problem | undefined =>
  problem && Object.values(shown).some((error) => error !== undefined) ? undefined : problem;
