import type { Database } from '../../domain/database/database';
import type { MessagePort } from '../../domain/messages/message-port';
import type { TestVendor } from './vendor';

/** A place where whoever comes by waits until the test lets them go. */
export interface Gate {
  /** Waits while the gate is shut. */
  pass(): Promise<void>;
  shut(): void;
  open(): void;
  /** The same, for the end of a test: started last, opened first. */
  close(): Promise<void>;
  /** Resolves when somebody waits at it. */
  reached(): Promise<void>;
}

export function aGate(): Gate {
  let closed: PromiseWithResolvers<void> | undefined;
  let arrival = Promise.withResolvers<void>();
  const open = () => {
    closed?.resolve();
    closed = undefined;
  };
  return {
    async pass() {
      if (!closed) return;
      arrival.resolve();
      await closed.promise;
    },
    shut() {
      closed = Promise.withResolvers();
      arrival = Promise.withResolvers();
    },
    open,
    close: async () => open(),
    reached: () => arrival.promise,
  };
}

/** A database whose transactions of one act wait at the gate after their COMMIT: they have read, and not yet answered. */
export const gatedAfter = (database: Database, act: string, gate: Gate): Database => ({
  ...database,
  async inPractice(entering, of, work, options) {
    const answer = await database.inPractice(entering, of, work, options);
    if (of?.act === act) await gate.pass();
    return answer;
  },
});

/** A vendor whose calls wait at the gate before they are answered. */
export function gatedVendor(vendor: TestVendor, gate: Gate): TestVendor {
  const gated = (port: MessagePort): MessagePort => ({
    ...port,
    async send(message, signal) {
      await gate.pass();
      return port.send(message, signal);
    },
  });
  return { ...vendor, ports: { sms: gated(vendor.ports.sms), email: gated(vendor.ports.email) } };
}
