import { suggestedCents } from './suggested-cents';

const payment = (cents: number, visitId: string | null, voidedAt: number | null = null) => ({
  id: 'p',
  version: 1,
  method: 'card' as const,
  cents,
  reference: null,
  visitId,
  takenAt: 1,
  voidedAt,
});
const balance = { balanceCents: 4000, copayCents: 2500, payments: [] };

test('at a visit the copay comes first, then what is owed', () => {
  expect(suggestedCents(balance, 'v')).toEqual([
    { of: 'copay', cents: 2500 },
    { of: 'balance', cents: 4000 },
  ]);
});

test('a copay that is paid at this visit is not asked for again; a void payment and another visit’s do not count', () => {
  const payments = [payment(2500, 'v'), payment(2500, 'w')];
  expect(suggestedCents({ ...balance, payments }, 'v')).toEqual([{ of: 'balance', cents: 4000 }]);
  expect(suggestedCents({ ...balance, payments: [payment(2500, 'v', 9)] }, 'v')[0]).toEqual({
    of: 'copay',
    cents: 2500,
  });
});

test('away from a visit only what is owed is asked for, and nothing of whoever has credit', () => {
  expect(suggestedCents(balance, undefined)).toEqual([{ of: 'balance', cents: 4000 }]);
  expect(suggestedCents({ ...balance, balanceCents: -100 }, undefined)).toEqual([]);
});
