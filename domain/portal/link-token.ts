import { createHmac, timingSafeEqual } from 'node:crypto';

export interface LinkKey {
  readonly id: string;
  readonly secret: Buffer;
}

const macBytes = 16;

/**
 * The secret part of a reminder's link: the message's id and 128 bits of HMAC over it. Made again whenever it is needed and
 * stored nowhere, so that nobody who reads the database holds anyone's link.
 */
export function linkToken(messageId: string, keys: readonly LinkKey[]): string {
  const [key] = keys;
  if (!key) throw new Error('links need a key');
  const id = Buffer.from(messageId.replaceAll('-', ''), 'hex');
  return Buffer.concat([id, macOf(id, key)]).toString('base64url');
}

/** The message that a token was made for, by any of the keys; undefined when it is none of ours. */
export function messageOfLink(token: string, keys: readonly LinkKey[]): string | undefined {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 16 + macBytes) return undefined;
  const id = bytes.subarray(0, 16);
  const mac = bytes.subarray(16);
  if (!keys.some((key) => timingSafeEqual(macOf(id, key), mac))) return undefined;
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const macOf = (id: Buffer, key: LinkKey): Buffer =>
  createHmac('sha256', key.secret).update('reminder link').update(id).digest().subarray(0, macBytes);
