import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { StateFolder } from './folders';
import { readOwnerFile, writeOwnerFile } from './owner-file';
import { Stopped } from './stopped';

/** Made once per state folder. Without them its database cannot be opened nor what Temporal stores be read. */
export interface Secrets {
  readonly postgres: {
    readonly superuser: string;
    readonly migrator: string;
    readonly app: string;
    readonly worker: string;
  };
  readonly payloadKey: string;
  readonly linkKey: string;
  /** Signs what the message sandbox calls back. */
  readonly sandbox: string;
  /** The password of the payer simulator's SFTP server. */
  readonly payer: string;
}

/** @throws Stopped when they are lost or damaged while data that needs them is there */
export function readSecrets(state: StateFolder): Secrets {
  const kept = parse(state);
  if (!kept && existsSync(join(state.postgres, 'PG_VERSION'))) {
    throw new Stopped(
      `${state.secrets} is gone, and the database cannot be opened without it: bring it back, or begin with --fresh`,
    );
  }
  // one that a later version of Kept needs is added to those that are there
  const secrets = { ...newSecrets(), ...kept };
  if (Object.keys(secrets).length > Object.keys(kept ?? {}).length) writeOwnerFile(state.secrets, secrets);
  return secrets;
}

export const newSecrets = (): Secrets => ({
  postgres: { superuser: password(), migrator: password(), app: password(), worker: password() },
  payloadKey: randomBytes(32).toString('base64'),
  linkKey: randomBytes(32).toString('base64'),
  sandbox: password(),
  payer: password(),
});

const password = () => randomBytes(24).toString('hex');

function parse(state: StateFolder): Secrets | undefined {
  try {
    return readOwnerFile(state.secrets) as Secrets | undefined;
  } catch (error) {
    throw new Stopped(`${state.secrets} cannot be read: bring it back, or begin with --fresh`, { cause: error });
  }
}
