import { actsOf, lacksAuthorization } from './claim-acts';

const outlook = { takenIn: true, leaving: false, billedCents: 17_500, writeOffCents: 17_500 };

test('what can be done follows the state, and the one that helps most is first', () => {
  expect(actsOf({ state: 'denied', outlook })).toEqual(['correct', 'appeal', 'close', 'void']);
  expect(actsOf({ state: 'rejected', outlook })[0]).toBe('correct');
  expect(actsOf({ state: 'void', outlook })).toEqual([]);
});

test('nothing can be done while a version is on its way out, and nothing is closed of which nothing is open', () => {
  expect(actsOf({ state: 'denied', outlook: { ...outlook, leaving: true } })).toEqual([]);
  expect(actsOf({ state: 'denied', outlook: { ...outlook, writeOffCents: 0 } })).not.toContain('close');
});

test('an authorization helps where the payer says that there was none', () => {
  const trouble = { kind: 'denied', at: 0, causes: ['CO-197'], remarks: [], same: null } as const;
  const of = (causes: string[], kind: 'denied' | 'rejected' = 'denied') =>
    lacksAuthorization({ trouble: { ...trouble, causes, kind, remarks: [] } });
  expect([of(['CO-197']), of(['PI-15', 'CO-45']), of(['CO-29']), of(['197'], 'rejected')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(lacksAuthorization({ trouble: null })).toBe(false);
});
