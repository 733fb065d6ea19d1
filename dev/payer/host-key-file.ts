import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOf } from '../../integrations/clearinghouse/host-key';
import { makeSshKey, publicKeyOf } from './ssh-key';

/** The simulator's host key, made once per folder. */
export function hostKeyIn(folder: string): string {
  const file = join(folder, 'host-key.pem');
  if (!existsSync(file)) {
    const fresh = `${file}.${String(process.pid)}`;
    writeFileSync(fresh, makeSshKey(), { mode: 0o600 });
    renameSync(fresh, file);
  }
  return readFileSync(file, 'utf8');
}

/** Its fingerprint. */
export const payerKeyIn = (folder: string): string => fingerprintOf(publicKeyOf(hostKeyIn(folder)));
