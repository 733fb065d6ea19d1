import { type Log, errorFields } from '../integrations/log/logger';

export interface Periodic {
  close(): Promise<void>;
}

/** Does something every so often, never twice at once; a failure is logged and tried again the next time. */
export function every(seconds: number, name: string, log: Log, work: () => Promise<unknown>): Periodic {
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    running = work()
      .catch((error: unknown) => log.warn('periodic.failed', { name, ...errorFields(error) }))
      .finally(() => {
        busy = false;
      });
  }, seconds * 1000);
  return {
    async close() {
      clearInterval(timer);
      await running;
    },
  };
}
