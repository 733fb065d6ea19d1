import type { NextStep, StepRef } from '../workflows/contracts/entity';

/** How far the engine's clock may be ahead of ours. A step beyond that is not early, it was planned anew. */
const clocksDifferMs = 60_000;
const longestEarlyMs = 10_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Begins a step, waiting a moment where the clock of the workflow engine is ahead of this machine's: to answer "not yet" would have
 * the workflow ask again at once, and again. `began` is read before: a process that slept must not call when its lease is over.
 */
export async function onTime<T extends { readonly kind: string }>(
  asked: StepRef,
  begin: () => Promise<T | { readonly kind: 'planned'; readonly next: NextStep }>,
): Promise<{ readonly taken: T | { readonly kind: 'planned'; readonly next: NextStep }; readonly began: number }> {
  let began = performance.now();
  let taken = await begin();
  const early = 'next' in taken ? earlyMs(taken.next, asked) : 0;
  if (early > 0) {
    await pause(Math.min(early, longestEarlyMs));
    began = performance.now();
    taken = await begin();
  }
  return { taken, began };
}

/** How early we are, when the very step that we were asked for is due in a moment. */
function earlyMs(next: NextStep, asked: StepRef): number {
  if (next.kind !== 'step' || next.step !== asked.step || next.occurrence !== asked.occurrence) return 0;
  const early = (next.due ?? 0) - Date.now();
  return early <= clocksDifferMs ? early : 0;
}
