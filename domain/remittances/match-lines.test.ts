import { dollars } from '../../tests/builders/x12/claims';
import { aPaidLine, contractual } from '../../tests/builders/x12/remittances';
import type { RemittanceLine } from '../x12/remittance';
import { type BilledLine, matchLines } from './match-lines';

const billed = (more: Partial<BilledLine> = {}): BilledLine => ({
  chargeId: more.lineControl ?? 'L1',
  lineControl: 'L1',
  code: '90837',
  modifiers: ['95'],
  cents: dollars(175),
  serviceDay: '2026-10-15',
  ...more,
});
const said = (more: Partial<RemittanceLine> = {}): RemittanceLine => ({
  ...(aPaidLine(175, [contractual(50)], { lineControlNumber: undefined, ...more }) as RemittanceLine),
  ordinal: 1,
  offset: 0,
});
const found = (lines: readonly RemittanceLine[], ours: readonly BilledLine[]) => {
  const matched = matchLines(lines, ours);
  return matched && lines.map((line) => matched.get(line)?.chargeId);
};

test('our own number decides, whatever else is said', () => {
  const lines = [said({ lineControlNumber: 'L2' }), said({ lineControlNumber: 'L1' })];
  expect(found(lines, [billed(), billed({ lineControl: 'L2', code: '90785' })])).toEqual(['L2', 'L1']);
});

test('a number that is none of ours is not guessed at', () => {
  expect(found([said({ lineControlNumber: 'L9' })], [billed()])).toBeUndefined();
});

test('without a number: code, modifiers, day and charge; and without modifiers where the payer drops them', () => {
  const video = said({ procedure: { qualifier: 'HC', code: '90837', modifiers: ['95'] } });
  expect(found([video], [billed({ lineControl: 'L0', modifiers: [] }), billed()])).toEqual(['L1']);
  expect(found([said()], [billed()])).toEqual(['L1']);
  expect(found([said()], [billed({ serviceDay: '2026-10-16' })])).toBeUndefined();
  expect(found([said()], [billed({ cents: dollars(174) })])).toBeUndefined();
});

test('a bundled line is the one that it names as billed', () => {
  const bundled = said({
    procedure: { qualifier: 'HC', code: '90899', modifiers: [] },
    original: { qualifier: 'HC', code: '90837', modifiers: [] },
  });
  expect(found([bundled], [billed()])).toEqual(['L1']);
});

test('each of ours is used once: two alike take one each, a third is nobody’s', () => {
  const two = [billed({ lineControl: 'L1' }), billed({ lineControl: 'L2' })];
  expect(found([said(), said()], two)?.toSorted()).toEqual(['L1', 'L2']);
  expect(found([said(), said(), said()], two)).toBeUndefined();
});
