import { centsOf } from '../money/cents';
import { settleShares } from './settle-shares';

const share = (key: string, day: string | null, cents: number) => ({ key, day, cents: centsOf(cents) });
const paid = (id: string, day: string | null, cents: number) => ({ id, day, cents: centsOf(cents) });

test('a payment settles the day of its visit first, then what is oldest', () => {
  const shares = [share('september', '2026-09-01', 2500), share('october', '2026-10-01', 2500)];
  const { settlings, open, credit } = settleShares(shares, [paid('copay', '2026-10-01', 3000)]);
  expect(settlings).toEqual([
    { shareKey: 'october', paymentId: 'copay', cents: 2500 },
    { shareKey: 'september', paymentId: 'copay', cents: 500 },
  ]);
  expect(Object.fromEntries(open)).toEqual({ september: 2000, october: 0 });
  expect(credit).toBe(0);
});

test('what is paid beyond all shares is credit, also before any payer has spoken', () => {
  expect(settleShares([], [paid('copay', '2026-10-01', 2500)]).credit).toBe(2500);
  expect(settleShares([share('a', null, 1000)], [paid('by mail', null, 2500)])).toMatchObject({ credit: 1500 });
});

test('a share below zero is credit for the others', () => {
  const { open, credit, settlings } = settleShares(
    [share('taken back', '2026-09-01', -1000), share('owed', '2026-10-01', 2500)],
    [],
  );
  expect([open.get('owed'), open.get('taken back'), credit, settlings]).toEqual([1500, 0, 0, []]);
});

test('whatever is given: open less credit is what was left to the client less what she paid', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const number = (n: number, most: number) => ((seed * 7919 + n * 104_729) % most) - Math.floor(most / 5);
    const shares = [0, 1, 2, 3].map((n) =>
      share(`s${n}`, n === 3 ? null : `2026-10-0${(seed + n) % 3}`, number(n, 5000)),
    );
    const payments = [0, 1, 2].map((n) =>
      paid(`p${n}`, n === 2 ? null : `2026-10-0${n}`, Math.abs(number(n + 9, 4000))),
    );
    const { open, credit } = settleShares(shares, payments);
    const total = (cents: Iterable<number>) => [...cents].reduce((sum, one) => sum + one, 0);
    expect(total(open.values()) - credit).toBe(
      total(shares.map(({ cents }) => cents)) - total(payments.map(({ cents }) => cents)),
    );
    expect(Math.min(credit, ...open.values())).toBeGreaterThanOrEqual(0);
  }
});
