import { createPublicKey, generateKeyPairSync } from 'node:crypto';

/**
 * A private key (ECDSA P-256, PEM) for a host or a login. Not by ssh2 1.17's own generator: of one Ed25519 key in a hundred it
 * drops a leading zero, and nothing can use it then.
 */
export function makeSshKey(passphrase?: string): string {
  const locked = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase };
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'sec1', format: 'pem', ...locked }).toString();
}

/** The public half as it is sent (RFC 5656 section 3.1). */
export function publicKeyOf(privateKey: string, passphrase?: string): Buffer {
  const key = passphrase === undefined ? privateKey : { key: privateKey, passphrase };
  const { x = '', y = '' } = createPublicKey(key).export({ format: 'jwk' });
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  return Buffer.concat([Buffer.from('ecdsa-sha2-nistp256'), Buffer.from('nistp256'), point].flatMap(withLength));
}

function withLength(part: Buffer): readonly Buffer[] {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(part.length);
  return [length, part];
}
