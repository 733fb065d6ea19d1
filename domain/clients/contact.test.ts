import type { AppError } from '../problems';
import { normalContact } from './contact';

test('a phone number is kept as it is dialled from anywhere, however it was typed', () => {
  for (const typed of ['(212) 555-0134', '212.555.0134', '+1 212 555 0134', ' 2125550134 '])
    expect(normalContact('mobile', typed, '/mobile')).toBe('+12125550134');
  expect(normalContact('phone', '+44 20 7946 0018', '/phone')).toBe('+442079460018');
});

test('an e-mail address is kept in lower case', () => {
  expect(normalContact('email', ' Ana.Whitfield@Example.org', '/email')).toBe('ana.whitfield@example.org');
});

test('what is no number and no address names its field', () => {
  for (const [kind, typed] of [
    ['mobile', '555'],
    ['phone', 'call me'],
    ['email', 'ana@'],
    ['email', 'a b@example.org'],
  ] as const)
    expect(() => normalContact(kind, typed, `/${kind}`)).toThrow(
      expect.objectContaining<Partial<AppError>>({
        code: 'invalid',
        fields: [expect.objectContaining({ pointer: `/${kind}` })],
      }),
    );
});
