import { centsOf, negated } from '../../domain/money/cents';
import type { Adjustment, Content } from '../../domain/x12/parts';
import type { RemittanceClaim } from '../../domain/x12/remittance';
import type { SubmittedClaim } from './billing';
import { aPaidClaim, aPaidLine } from './x12/remittances';

export type Said = Content<RemittanceClaim>;

/** What a payer says of a claim whose first line it adjusts like this. */
export function answer(claim: SubmittedClaim, adjustments: readonly Adjustment[], more: Partial<Said> = {}): Said {
  const lines = claim.lines.map((line, index) =>
    aPaidLine(line.cents / 100, index === 0 ? adjustments : [], {
      procedure: { qualifier: 'HC', code: line.code, modifiers: [] },
      lineControlNumber: line.control,
    }),
  );
  return aPaidClaim(lines, {
    controlNumber: claim.controlNumber,
    payerControlNumber: `ICN${claim.controlNumber}`,
    patient: { entityType: '1', last: claim.lastName, first: 'ANA' },
    ...more,
  });
}

/** The same with all signs turned: what takes it back. */
export const reversalOf = (said: Said): Said => ({
  ...said,
  status: '22',
  charge: negated(said.charge),
  paid: negated(said.paid),
  patientResponsibility: centsOf(0),
  adjustments: said.adjustments.map(turned),
  lines: said.lines.map((line) => ({
    ...line,
    charge: negated(line.charge),
    paid: negated(line.paid),
    adjustments: line.adjustments.map(turned),
  })),
});
const turned = (one: Adjustment): Adjustment => ({ ...one, amount: negated(one.amount) });
