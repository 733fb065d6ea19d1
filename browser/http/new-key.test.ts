import { newKey } from './new-key';

test('a key is a version 4 UUID made of random bytes', () => {
  const random = { getRandomValues: (bytes: unknown) => (bytes as Uint8Array).fill(0xff) };
  expect(newKey(random as Crypto)).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
  expect(newKey()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(newKey()).not.toBe(newKey());
});
