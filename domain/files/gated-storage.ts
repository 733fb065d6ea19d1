import { ownVendors } from '../practice/own-vendors';
import type { StoragePort } from './storage-port';

/**
 * The same store, which takes nothing new while its vendor's business associate agreement is not in force
 * (45 CFR 164.502(e), 164.308(b)). What it holds can be read, kept and removed: that brings nothing to the vendor.
 */
export function gatedStorage(port: StoragePort, isCovered: (vendor: string) => Promise<boolean>): StoragePort {
  if (ownVendors.has(port.vendor)) return port;
  return {
    ...port,
    async put(request) {
      const covered = await isCovered(port.vendor).catch(() => undefined);
      if (covered === undefined) return { kind: 'unavailable', code: 'agreement_unknown' };
      return covered ? port.put(request) : { kind: 'refused', code: 'no_agreement' };
    },
  };
}
