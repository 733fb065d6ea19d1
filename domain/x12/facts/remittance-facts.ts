import { type Cents, sumOf } from '../../money/cents';
import type { Adjustment, AmountOf, NamedEntity } from '../parts';
import {
  type ProviderAdjustment,
  type RemittanceClaim,
  type RemittanceHeader,
  type RemittanceLine,
  serviceDayOf,
} from '../remittance';
import type { ClaimImbalance, RemittanceImbalance } from '../remittance-balance';

/** Facts of an 835 before its claims. */
export function headerFacts({ payer, payee, trace, payment }: RemittanceHeader) {
  const referenceOf = (party: typeof payer, qualifier: string) =>
    party.references.find((reference) => reference.qualifier === qualifier)?.value;
  return {
    payer: payer.name,
    payerId: payer.id?.value ?? null,
    payerId2U: referenceOf(payer, '2U'),
    payee: payee.name,
    payeeIdQual: payee.id?.qualifier ?? null,
    payeeId: payee.id?.value ?? null,
    payeeTin: (payee.id?.qualifier === 'FI' ? payee.id.value : referenceOf(payee, 'TJ')) ?? null,
    trn02: trace.number,
    trn03: trace.payerId ?? null,
    bpr01: payment.handling,
    bpr04: payment.method,
    bprCents: payment.amount,
    bprDate: payment.date,
  };
}

export function claimFacts(claim: RemittanceClaim) {
  const dateOf = (qualifier: string) => claim.dates.find((date) => date.qualifier === qualifier)?.date;
  return {
    clp01: claim.controlNumber,
    status: claim.status,
    chargeCents: claim.charge,
    paidCents: claim.paid,
    patientRespCents: claim.patientResponsibility,
    filing: claim.filingIndicator ?? null,
    icn: claim.payerControlNumber ?? null,
    casByGroup: sumsByGroup([claim, ...claim.lines].flatMap((part) => part.adjustments)),
    claimAdjustments: claim.adjustments.map(adjustmentFacts),
    patient: claim.patient ? personFacts(claim.patient) : null,
    crossover: claim.crossover ? personFacts(claim.crossover) : null,
    corrected: claim.corrected ? personFacts(claim.corrected) : null,
    rendering: claim.rendering && personFacts(claim.rendering),
    amt: amountFacts(claim.amounts),
    remarks: claim.remarks.length > 0 ? claim.remarks : undefined,
    lines: claim.lines.map(lineFacts),
    dtm232: dateOf('232'),
    dtm233: dateOf('233'),
    dtm050: dateOf('050'),
  };
}

const lineFacts = (line: RemittanceLine) => ({
  qual: line.procedure.qualifier,
  code: line.procedure.code,
  modifiers: line.procedure.modifiers,
  originalCode: line.original?.code ?? null,
  chargeCents: line.charge,
  paidCents: line.paid,
  units: line.units ?? null,
  dos: serviceDayOf(line) ?? null,
  ref6R: line.lineControlNumber ?? null,
  adjustments: line.adjustments.map(adjustmentFacts),
  amt: amountFacts(line.amounts),
  remarks: line.remarks,
});

const adjustmentFacts = ({ group, reason, amount, quantity }: Adjustment) => ({
  group,
  reason,
  cents: amount,
  qty: quantity,
});

const personFacts = ({ last, first, id }: NamedEntity) => ({ last, first: first ?? '', id: id?.value ?? '' });

const amountFacts = (amounts: readonly AmountOf[]): Record<string, Cents> =>
  Object.fromEntries(amounts.map(({ qualifier, amount }) => [qualifier, amount]));

function sumsByGroup(adjustments: readonly Adjustment[]): Record<string, Cents> {
  const sums: Record<string, Cents> = {};
  for (const { group, amount } of adjustments) sums[group] = sumOf([sums[group] ?? sumOf([]), amount]);
  return sums;
}

export const providerAdjustmentFacts = (adjustment: ProviderAdjustment) => ({
  provider: adjustment.provider,
  fiscalDate: adjustment.fiscalDate,
  code: adjustment.code,
  ref: adjustment.reference ?? null,
  cents: adjustment.amount,
});

/** An equation that does not hold, with its numbers. */
export function imbalanceText(imbalance: ClaimImbalance, claim: RemittanceClaim): string {
  const where = `claim ${claim.controlNumber}`;
  switch (imbalance.level) {
    case 'line':
      return `line ${claim.controlNumber}/${claim.lines[imbalance.line - 1]?.procedure.code}: ${equation(imbalance)}`;
    case 'claim':
      return `${where}: ${equation(imbalance)}`;
    case 'claim_lines':
      return `${where}: sum of lines ${imbalance.lines - imbalance.adjusted} != CLP04 ${imbalance.paid}`;
  }
}

const equation = (sides: { charge: Cents; adjusted: Cents; paid: Cents }): string =>
  `${sides.charge}-${sides.adjusted}!=${sides.paid}`;

export const remittanceImbalanceText = ({ claims, providerAdjustments, stated }: RemittanceImbalance): string =>
  `file: ${claims}-${providerAdjustments}!=${stated}`;
