import { createHash } from 'node:crypto';

/** What names the key of a host: `SHA256:…` over the key as it is sent, as OpenSSH prints it. */
export const fingerprintOf = (key: Buffer): string =>
  `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
