import { ownVendors } from '../practice/own-vendors';
import type { MessagePort } from './message-port';

/** Whether a vendor's business associate agreement is recorded and active. Asked before every call. */
export type IsCovered = (vendor: string) => Promise<boolean>;

/**
 * The same port, which hands nothing of a person to a vendor whose business associate agreement is not in force
 * (45 CFR 164.502(e), 164.308(b)). Where the register itself cannot be read, nothing is handed over either.
 */
export function gated(port: MessagePort, isCovered: IsCovered): MessagePort {
  if (ownVendors.has(port.vendor)) return port;
  const lookUp = port.lookUp?.bind(port);
  return {
    ...port,
    async send(message, signal) {
      const covered = await ask(isCovered, port.vendor);
      if (covered === undefined) return { kind: 'not_sent', code: 'agreement_unknown' };
      return covered ? port.send(message, signal) : { kind: 'refused', code: 'no_agreement' };
    },
    // a look-up names the person's number once more
    ...(lookUp && {
      async lookUp(message, signal) {
        if (await ask(isCovered, port.vendor)) return lookUp(message, signal);
        return { kind: 'no_answer', code: 'no_agreement' };
      },
    }),
  };
}

/** Undefined where the register cannot be read. */
async function ask(isCovered: IsCovered, vendor: string): Promise<boolean | undefined> {
  try {
    return await isCovered(vendor);
  } catch {
    return undefined; // the database is away: its own calls and health say so
  }
}
