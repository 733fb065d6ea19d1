import { moneyRows, showsWrittenOff } from './money-rows';

const none = { charge: 0, paid: 0, contractual: 0, denied: 0, client: 0, writtenOff: 0, open: 0 };
const line = { ...none, lineControl: 'L1', code: '90834', modifiers: [], units: 1, minutes: 46, reasons: [] };
const money = { whole: none, lines: [line], remittances: [] };

test('what is in doubt is what nobody has decided, and what is denied and in dispute', () => {
  const [row] = moneyRows({
    ...money,
    lines: [
      {
        ...line,
        charge: 15_000,
        denied: 10_000,
        open: 5000,
        reasons: [{ account: 'denial', reason: 'CO-197', cents: 10_000 }],
      },
    ],
  });
  expect(row).toMatchObject({
    inDoubt: 15_000,
    why: [
      { of: 'denial', reasons: ['CO-197'] },
      { of: 'undecided', reasons: [] },
    ],
  });
});

test('more decided than charged is told as such, and what we gave up bears no code', () => {
  const [row] = moneyRows({
    ...money,
    lines: [{ ...line, open: -100, reasons: [{ account: 'write_off', reason: 'given_up', cents: 5 }] }],
  });
  expect(row?.why).toEqual([
    { of: 'write_off', reasons: [] },
    { of: 'over', reasons: [] },
  ]);
});

test('what was said of the claim as a whole is a row of its own', () => {
  const rows = moneyRows({ ...money, beside: { ...none, paid: -3000, contractual: 3000, reasons: [] } });
  expect(rows.map(({ code, paid }) => [code, paid])).toEqual([
    ['90834', 0],
    [undefined, -3000],
  ]);
  expect([showsWrittenOff(money), showsWrittenOff({ ...money, whole: { ...none, writtenOff: 1 } })]).toEqual([
    false,
    true,
  ]);
});
