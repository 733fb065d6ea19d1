import { fieldErrors, fieldName } from './field-errors';

const say = ({ code }: { code: string }) => `say ${code}`;

test('faults lie where the form has their fields', () => {
  const faults = [
    { pointer: '/reason', code: 'required' },
    { pointer: '/lines/1/amount', code: 'not_money' },
    { pointer: '/address/street~1no', code: 'too_long' },
    { pointer: '', code: 'duplicate' },
  ];
  const lines: object[] = [];
  lines[1] = { amount: 'say not_money' };
  expect(fieldErrors(faults, say)).toEqual({
    reason: 'say required',
    lines,
    address: { 'street/no': 'say too_long' },
    root: 'say duplicate',
  });
  expect(fieldName('/lines/1/amount')).toBe('lines.1.amount');
});

test('of several faults of one field the first is shown', () => {
  const faults = ['required', 'too_short'].map((code) => ({ pointer: '/name', code }));
  expect(fieldErrors([...faults, { pointer: '/name/first', code: 'required' }], say)).toEqual({ name: 'say required' });
});

test('a pointer cannot reach into what every object has', () => {
  expect(Object.keys(fieldErrors([{ pointer: '/__proto__/polluted', code: 'x' }], say))).toEqual([]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});
