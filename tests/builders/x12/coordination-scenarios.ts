import type { LineAdjudication, OtherCoverage, ProfessionalClaim, ServiceLine } from '../../../domain/x12/claim';
import type { Adjustment } from '../../../domain/x12/parts';
import type { ClaimBatch } from '../../../domain/x12/write-837';
import { aBatch, aChild, aClaim, aLine, aPerson, aPrimary, dollars } from './claims';

/** LinuxForHealth forgets all but the last 2430 of a line (its `set_service_line_adjudication_loop` starts a new list). */
export const linesDecidedTwice = 'tertiary-lines-decided-by-two-payers';

const paidByOthers: Adjustment = { group: 'OA', reason: '23', amount: dollars(140) };

/** Claims to a second or third payer, with what the earlier ones decided. */
export const coordinationScenarios: Readonly<Record<string, ClaimBatch>> = {
  'secondary-lines-adjudicated': secondary({
    otherCoverages: [aPrimary({ paid: dollars(215) })],
    lines: [
      line('F1', 200, decided(120, [co(55), pr('1', 25)])),
      line('F2', 150, decided(95, [co(30), pr('2', 25)]), '20261022'),
    ],
  }),
  'secondary-claim-adjudicated': secondary({
    otherCoverages: [
      aPrimary({ paid: dollars(100), adjustments: [co(50), pr('3', 25)], paidOn: '20261028', remaining: dollars(25) }),
    ],
  }),
  'secondary-claim-and-lines-adjudicated': secondary({
    otherCoverages: [aPrimary({ paid: dollars(90), adjustments: [pr('1', 10)] })],
    lines: [line('G1', 175, decided(100, [co(75)]))],
  }),
  'secondary-after-a-denial': secondary({
    otherCoverages: [aPrimary({ paid: dollars(0) })],
    lines: [line('H1', 175, decided(0, [{ group: 'CO', reason: '197', amount: dollars(175) }]))],
  }),
  'secondary-dependent-of-another-subscriber': secondary({
    subscriber: { ...laterPayer('S'), relationship: undefined },
    patient: aChild(),
    otherCoverages: [aPrimary({ relationship: '19', paid: dollars(120) })],
    lines: [line('I1', 175, decided(120, [co(30), pr('3', 25)]))],
  }),
  'tertiary-after-two-payers': secondary({
    subscriber: laterPayer('T'),
    otherCoverages: [
      aPrimary({ paid: dollars(100) }),
      aPrimary({
        sequence: 'S',
        payer: secondPayer(),
        subscriber: aPerson(),
        paid: dollars(30),
        adjustments: [paidByOthers, pr('2', 5)],
        paidOn: '20261030',
      }),
    ],
    lines: [line('J1', 175, decided(100, [co(40), pr('2', 35)]))],
  }),
  [linesDecidedTwice]: secondary({
    subscriber: laterPayer('T'),
    otherCoverages: [
      aPrimary({ paid: dollars(100) }),
      aPrimary({ sequence: 'S', paid: dollars(30), payer: secondPayer(), subscriber: aPerson() }),
    ],
    lines: [
      line('J1', 175, decided(100, [co(40), pr('2', 35)]), '20261015', {
        ...decided(30, [paidByOthers, pr('2', 5)]),
        payerId: '87002',
      }),
    ],
  }),
  'medicare-secondary': secondary({
    subscriber: { ...laterPayer('S'), filingIndicator: 'MB', insuranceType: '12', group: undefined },
    payer: { name: 'MEDICARE B', id: { qualifier: 'PI', value: '14112' }, references: [] },
    otherCoverages: [aPrimary({ paid: dollars(120) })],
    lines: [line('K1', 175, decided(120, [co(30), pr('3', 25)]))],
  }),
  'seven-reasons-in-two-segments': secondary({
    otherCoverages: [aPrimary({ paid: dollars(105) })],
    lines: [line('M1', 175, decided(105, ['1', '2', '3', '45', '97', '151', '204'].map(tenDollars)))],
  }),
  'primary-naming-the-secondary': aBatch([
    aClaim({ otherCoverages: [aPrimary({ sequence: 'S', payer: secondPayer() })] }),
  ]),
  'secondary-with-number-of-the-primary': secondary({
    otherCoverages: [
      aPrimary({
        paid: dollars(120),
        payer: { ...aPrimary().payer, references: [{ qualifier: 'F8', value: 'PICN445566' }] },
      }),
    ],
    lines: [line('N1', 175, decided(120, [co(30), pr('3', 25)]))],
  }),
};

function secondary(more: Partial<ProfessionalClaim>): ClaimBatch {
  return aBatch([aClaim({ subscriber: laterPayer('S'), ...more })]);
}

function laterPayer(sequence: string): ProfessionalClaim['subscriber'] {
  return { ...aClaim().subscriber, sequence };
}

function secondPayer(): OtherCoverage['payer'] {
  return { name: 'SECOND HEALTH PLAN', id: { qualifier: 'PI', value: '87002' }, references: [] };
}

function line(
  number: string,
  charge: number,
  adjudication: LineAdjudication,
  from = '20261015',
  ...further: LineAdjudication[]
): ServiceLine {
  return aLine({ charge: dollars(charge), from, lineControlNumber: number, adjudications: [adjudication, ...further] });
}

function decided(paid: number, adjustments: Adjustment[]): LineAdjudication {
  return {
    payerId: '87001',
    paid: dollars(paid),
    procedure: { qualifier: 'HC', code: '90837', modifiers: [] },
    units: '1',
    adjustments,
    paidOn: '20261028',
  };
}

function co(amount: number): Adjustment {
  return { group: 'CO', reason: '45', amount: dollars(amount) };
}

function pr(reason: string, amount: number): Adjustment {
  return { group: 'PR', reason, amount: dollars(amount) };
}

function tenDollars(reason: string): Adjustment {
  return { group: 'OA', reason, amount: dollars(10) };
}
