import { generateKeyPairSync } from 'node:crypto';
import { utils } from 'ssh2';

/**
 * A private key (ECDSA P-256, PEM) for a host or a login. Not by ssh2 1.17's own generator: of one Ed25519 key in a hundred it
 * drops a leading zero, and nothing can use it then.
 */
export function makeSshKey(passphrase?: string): string {
  const locked = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase };
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'sec1', format: 'pem', ...locked }).toString();
}

/** The public half as it is sent. */
export function publicKeyOf(privateKey: string, passphrase?: string): Buffer {
  const key = utils.parseKey(privateKey, passphrase);
  if (key instanceof Error) throw key;
  return key.getPublicSSH();
}
