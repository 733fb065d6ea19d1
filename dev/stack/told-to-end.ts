import { watchLaunchers } from './launchers';
import type { ProcessMark } from './process-mark';

/**
 * Settles when the stack is told to end: Ctrl-C, SIGTERM, a closed terminal, or a launcher that was killed. Says by what.
 * Told again while it ends, it goes on ending: each part has its bounded grace.
 */
export function toldToEnd(launchers: readonly ProcessMark[]): Promise<string> {
  return new Promise((resolve) => {
    const unwatch = watchLaunchers(launchers, () => resolve('what started Kept was killed'));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        unwatch();
        resolve(signal === 'SIGINT' ? 'Ctrl-C' : signal);
      });
    }
  });
}
