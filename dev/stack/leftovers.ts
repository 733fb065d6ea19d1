import { rmSync } from 'node:fs';
import type { StateFolder } from './folders';
import { endInOrder, rememberedBefore, stillRunning } from './processes';

/** Ends what a killed start left behind, and forgets what it told scripts. */
export async function endLeftovers(state: StateFolder, say: (line: string) => void): Promise<void> {
  const left = stillRunning(rememberedBefore(state.processes));
  if (left.length > 0) {
    say(`an earlier start was killed: ending what it left (${left.map((one) => one.name).join(', ')})`);
    await endInOrder(left);
  }
  forgetRun(state);
}

/** A stack that does not run has no addresses, process ids or settings to offer. */
export function forgetRun(state: StateFolder): void {
  for (const file of [state.processes, state.run, state.environment]) rmSync(file, { force: true });
}
