import { createHmac, timingSafeEqual } from 'node:crypto';

/** The header that carries the signature of a callback: `t=<epoch ms>,v1=<hex>`. */
export const signatureHeader = 'x-sandbox-signature';

/** An older callback is a replay. */
const freshMs = 5 * 60_000;

export function signatureOf(secret: string, body: string, at: number): string {
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`;
}

export function isSigned(secret: string, body: string, header: string | undefined, now: number): boolean {
  const at = Number(/^t=(\d{1,15}),/.exec(header ?? '')?.[1]);
  if (!(Math.abs(now - at) <= freshMs)) return false;
  const [given, expected] = [Buffer.from(header ?? ''), Buffer.from(signatureOf(secret, body, at))];
  return given.length === expected.length && timingSafeEqual(given, expected);
}
