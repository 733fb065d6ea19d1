import type { AmountOf, Content, DateOf, Identifier } from './parts';
import type { RemittanceClaim, RemittanceLine } from './remittance';
import { amountText, optionalAmountText, type SegmentOutput } from './segment-text';
import {
  procedureText,
  writeAdjustments,
  writeContact,
  writeName,
  writeReference,
  writeReferences,
} from './write-parts';

/** CLP and all below it, in the order of TR3 2100 and 2110. */
export function writeRemittanceClaim(out: SegmentOutput, claim: Content<RemittanceClaim>): void {
  const amounts = [amountText(claim.charge), amountText(claim.paid)];
  const owed = claim.patientResponsibility === 0 ? undefined : amountText(claim.patientResponsibility);
  const numbers = [claim.filingIndicator, claim.payerControlNumber, claim.placeOfService, claim.frequency];
  out.add('CLP', claim.controlNumber, claim.status, ...amounts, owed, ...numbers);
  writeAdjustments(out, claim.adjustments);
  writeNames(out, claim);
  writeOutpatient(out, claim);
  writeReferences(out, claim.references);
  writeDates(out, claim.dates);
  for (const contact of claim.contacts) writeContact(out, contact);
  writeAmounts(out, claim.amounts, claim.quantities);
  for (const line of claim.lines) writeLine(out, line);
}

function writeNames(out: SegmentOutput, claim: Content<RemittanceClaim>): void {
  const names = [
    ['QC', claim.patient],
    ['IL', claim.insured],
    ['74', claim.corrected],
    ['82', claim.rendering],
    ['TT', claim.crossover],
    ['PR', claim.priorityPayer],
    ['GB', claim.otherInsured],
  ] as const;
  for (const [role, name] of names) if (name) writeName(out, role, name);
}

/** MOA: rate, amount, then up to five remark codes. */
function writeOutpatient(out: SegmentOutput, { reimbursementRate, payable, remarks }: Content<RemittanceClaim>): void {
  if (reimbursementRate === undefined && payable === undefined && remarks.length === 0) return;
  out.add('MOA', reimbursementRate, optionalAmountText(payable), ...remarks.slice(0, 5));
}

function writeLine(out: SegmentOutput, line: Content<RemittanceLine>): void {
  const amounts = [amountText(line.charge), amountText(line.paid)];
  const original = line.original && procedureText(line.original);
  const service = [line.revenueCode, line.units, original, line.originalUnits];
  out.add('SVC', procedureText(line.procedure), ...amounts, ...service);
  writeDates(out, line.dates);
  writeAdjustments(out, line.adjustments);
  if (line.lineControlNumber) writeReference(out, { qualifier: '6R', value: line.lineControlNumber });
  writeReferences(out, line.references);
  writeAmounts(out, line.amounts, line.quantities);
  for (const remark of line.remarks) out.add('LQ', 'HE', remark);
}

function writeDates(out: SegmentOutput, dates: readonly DateOf[]): void {
  for (const { qualifier, date } of dates) out.add('DTM', qualifier, date);
}

function writeAmounts(out: SegmentOutput, amounts: readonly AmountOf[], quantities: readonly Identifier[]): void {
  for (const { qualifier, amount } of amounts) out.add('AMT', qualifier, amountText(amount));
  for (const { qualifier, value } of quantities) out.add('QTY', qualifier, value);
}
