import type { ClaimStatus, ClaimStatusReport, StatusLevel, StatusLine, StatusTrace } from './claim-status';
import {
  optionalAmountText,
  amountText,
  type SegmentOutput,
  segmentOutput,
  standardForm,
  type TextForm,
} from './segment-text';
import { type EnvelopeParameters, wholeFile } from './write-envelope';
import { procedureText, writeName, writeReference, writeReferences } from './write-parts';

const kind = { functionalId: 'HN', type: '277', version: '005010X214' } as const;

/** NM101 at each level: the payer, who gets the report, the provider, the client. */
const roles: Readonly<Record<string, string>> = { '20': 'PR', '21': '41', '19': '85', '22': 'QC', PT: 'QC' };

export type StatusReportContent = Pick<ClaimStatusReport, 'reference' | 'levels'>;

/** Writes a 277CA (005010X214): what became of each claim of a file. */
export function write277ca(
  envelope: EnvelopeParameters,
  { reference, levels }: StatusReportContent,
  form: TextForm = standardForm,
): Uint8Array {
  const out = segmentOutput(form);
  return wholeFile(out, form, envelope, kind, () => {
    out.add('BHT', '0085', '08', reference, envelope.date, envelope.time, 'TH');
    for (const level of levels)
      writeLevel(
        out,
        level,
        levels.some((one) => one.parent === level.id),
      );
  });
}

function writeLevel(out: SegmentOutput, level: StatusLevel, hasChild: boolean): void {
  out.add('HL', level.id, level.parent, level.level, hasChild ? '1' : '0');
  if (level.name) writeName(out, roles[level.level] ?? 'QC', level.name);
  for (const trace of level.traces) writeTrace(out, trace);
}

function writeTrace(out: SegmentOutput, trace: StatusTrace): void {
  out.add('TRN', trace.type, trace.number);
  for (const status of trace.statuses) writeStatus(out, status);
  const numbers = { '1K': trace.payerControlNumber, D9: trace.clearinghouseNumber, EJ: trace.patientControlNumber };
  for (const [qualifier, value] of Object.entries(numbers)) if (value) writeReference(out, { qualifier, value });
  writeReferences(out, trace.references);
  for (const date of trace.dates) writeDate(out, date.qualifier, date.date);
  for (const { qualifier, value } of trace.quantities) out.add('QTY', qualifier, value);
  for (const { qualifier, amount } of trace.amounts) out.add('AMT', qualifier, amountText(amount));
  for (const line of trace.lines) writeLine(out, line);
}

function writeStatus(out: SegmentOutput, { codes, date, action, charge, paid, message }: ClaimStatus): void {
  const [first, second, third] = codes.map(({ category, status, entity }) => [category, status, entity]);
  const none = undefined;
  const amounts = [optionalAmountText(charge), optionalAmountText(paid)];
  out.add('STC', first, date, action, ...amounts, none, none, none, none, second, third, message);
}

function writeLine(out: SegmentOutput, line: StatusLine): void {
  out.add('SVC', procedureText(line.procedure), amountText(line.charge));
  for (const status of line.statuses) writeStatus(out, status);
  if (line.lineControlNumber) writeReference(out, { qualifier: 'FJ', value: line.lineControlNumber });
  for (const date of line.dates) writeDate(out, date.qualifier, date.date);
}

const writeDate = (out: SegmentOutput, qualifier: string, date: string): void =>
  out.add('DTP', qualifier, date.includes('-') ? 'RD8' : 'D8', date);
