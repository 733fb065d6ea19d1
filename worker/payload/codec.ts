import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Payload, PayloadCodec } from '@temporalio/common';

export interface PayloadKey {
  readonly id: string;
  readonly secret: Buffer;
}

const encoding = 'encoding';
const mark = Buffer.from('binary/kept-aes-256-gcm');
const ivBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM over whole payloads, the key's id beside them: the first key encrypts, all of them decrypt. A payload without our
 * mark is refused: nothing is stored or read in the clear, and a missing key makes tasks retry until it is back.
 */
export function payloadCodec(keys: readonly PayloadKey[]): PayloadCodec {
  const [first] = keys;
  if (!first) throw new Error('a payload codec needs a key');
  return {
    encode: async (payloads) => payloads.map((payload) => encrypt(first, payload)),
    decode: async (payloads) => payloads.map((payload) => decrypt(keys, payload)),
  };
}

// Metadata and data travel as two length-prefixed parts; protobuf is left out so that this file needs nothing but Node.
function encrypt(key: PayloadKey, payload: Payload): Payload {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key.secret, iv);
  cipher.setAAD(Buffer.from(key.id));
  const sealed = Buffer.concat([cipher.update(pack(payload)), cipher.final()]);
  return {
    metadata: { [encoding]: mark, key: Buffer.from(key.id) },
    data: Buffer.concat([iv, cipher.getAuthTag(), sealed]),
  };
}

function decrypt(keys: readonly PayloadKey[], payload: Payload): Payload {
  const keyId = Buffer.from(payload.metadata?.['key'] ?? []).toString();
  if (!Buffer.from(payload.metadata?.[encoding] ?? []).equals(mark))
    throw new Error('a payload in the clear is refused');
  const key = keys.find((one) => one.id === keyId);
  if (!key) throw new Error(`the payload key "${keyId}" is not in KEPT_PAYLOAD_KEYS`);
  const data = Buffer.from(payload.data ?? []);
  const cipher = createDecipheriv('aes-256-gcm', key.secret, data.subarray(0, ivBytes));
  cipher.setAAD(Buffer.from(key.id));
  cipher.setAuthTag(data.subarray(ivBytes, ivBytes + tagBytes));
  return unpack(Buffer.concat([cipher.update(data.subarray(ivBytes + tagBytes)), cipher.final()]));
}

function pack(payload: Payload): Buffer {
  const names = Object.entries(payload.metadata ?? {}).map(
    ([name, value]) => [name, Buffer.from(value).toString('base64')] as const,
  );
  const head = Buffer.from(JSON.stringify(Object.fromEntries(names)));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, Buffer.from(payload.data ?? [])]);
}

function unpack(bytes: Buffer): Payload {
  const end = 4 + bytes.readUInt32BE(0);
  const names = JSON.parse(bytes.subarray(4, end).toString()) as Record<string, string>;
  const metadata = Object.fromEntries(
    Object.entries(names).map(([name, value]) => [name, Buffer.from(value, 'base64')]),
  );
  return { metadata, data: bytes.subarray(end) };
}
