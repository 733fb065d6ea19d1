import { randomBytes } from 'node:crypto';
import { payloadCodec } from './codec';

const key = (id: string) => ({ id, secret: randomBytes(32) });
const payload = { metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from('{"id":"secret-thing"}') };

test('what was encrypted comes back whole, and nothing of it can be read in between', async () => {
  const codec = payloadCodec([key('a')]);
  const sealed = await codec.encode([payload]);
  expect(
    Buffer.concat(
      sealed.flatMap((one) => [Buffer.from(one.data ?? []), ...Object.values(one.metadata ?? {}).map(Buffer.from)]),
    ).toString('latin1'),
  ).not.toContain('secret-thing');
  const [back] = await codec.decode(sealed);
  expect(Buffer.from(back!.data!).toString()).toBe('{"id":"secret-thing"}');
  expect(Buffer.from(back!.metadata!['encoding']!).toString()).toBe('json/plain');
});

test('after a rotation the old key still reads and the new one writes', async () => {
  const [old, fresh] = [key('old'), key('fresh')];
  const before = await payloadCodec([old]).encode([payload]);
  const rotated = payloadCodec([fresh, old]);
  expect(Buffer.from((await rotated.decode(before))[0]!.data!)).toEqual(payload.data);
  await expect(payloadCodec([old]).decode(await rotated.encode([payload]))).rejects.toThrow(/fresh/);
});

test('a payload that was changed, or that is in the clear, is refused', async () => {
  const codec = payloadCodec([key('a')]);
  const [sealed] = await codec.encode([payload]);
  sealed!.data![sealed!.data!.length - 1]! ^= 1;
  await expect(codec.decode([sealed!])).rejects.toThrow();
  await expect(codec.decode([payload])).rejects.toThrow(/clear/);
});
