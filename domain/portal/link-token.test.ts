import { randomBytes } from 'node:crypto';
import { newId } from '../ids';
import { linkToken, messageOfLink } from './link-token';

const key = (id: string) => ({ id, secret: randomBytes(32) });

test('a token leads back to its message, also after a new key was put in front', () => {
  const [old, fresh] = [key('old'), key('fresh')];
  const id = newId();
  const token = linkToken(id, [old]);
  expect(messageOfLink(token, [fresh, old])).toBe(id);
  expect(messageOfLink(token, [fresh])).toBeUndefined();
});

test('a token that was changed, cut or made up leads nowhere', () => {
  const keys = [key('a')];
  const token = linkToken(newId(), keys);
  const changed = `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`;
  for (const bad of [changed, token.slice(0, -2), '', 'x'.repeat(43), `${token}AA`])
    expect(messageOfLink(bad, keys)).toBeUndefined();
});
