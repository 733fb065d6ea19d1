import { NotOpaque, assertOpaque } from './opaque';

const id = '0199d6a0-1b2c-7d3e-8f4a-5b6c7d8e9f0a';

test('ids, codes, numbers and listed names pass', () => {
  const step = { practiceId: id, id, step: 'reminder_48h', occurrence: 2, due: 1_790_000_000_000 };
  expect(() => assertOpaque([step, { kind: 'nothing_more' }, null], 'args')).not.toThrow();
});

test.each([
  ['a name', { id: 'Ana Whitfield' }],
  ['a phone number', { id: '+12125550134' }],
  ['a birth date', { due: '1990-05-04' }],
  ['an amount of money', { due: 12.5 }],
  ['a field that is not listed', { note: 'x' }],
  ['something nested', [{ kind: { id: 'F41.1' } }]],
  ['an instance', new Error('Ana')],
])('%s is refused, and the error does not repeat it', (_, value) => {
  const refuse = () => assertOpaque(value, 'args');
  expect(refuse).toThrow(NotOpaque);
  expect(refuse).not.toThrow(/Ana|212|1990|F41/);
});
