import type { LineAdjudication, ServiceLine } from './claim';
import { amountText, type SegmentOutput } from './segment-text';
import { procedureText, writeAdjustments, writeProvider, writeReference, writeReferences } from './write-parts';

/** [2400, 2420, 2430] */
export function writeServiceLine(out: SegmentOutput, line: ServiceLine, number: number): void {
  const none = undefined;
  const service = [procedureText(line.procedure), amountText(line.charge), line.unit, line.units];
  out.add('LX', String(number));
  out.add('SV1', ...service, line.placeOfService, none, line.pointers.map(String));
  out.add('DTP', '472', line.to ? 'RD8' : 'D8', line.to ? `${line.from}-${line.to}` : line.from);
  if (line.lineControlNumber) writeReference(out, { qualifier: '6R', value: line.lineControlNumber });
  writeReferences(out, line.references, ['9B', '9D', 'G1', 'EW', 'X4', 'F4', 'BT', '9F']);
  if (line.note) out.add('NTE', line.note.code, line.note.text);
  writeProvider(out, '82', line.rendering);
  writeProvider(out, '77', line.facility);
  writeProvider(out, 'DQ', line.supervising);
  for (const adjudication of line.adjudications) writeAdjudication(out, adjudication);
}

function writeAdjudication(out: SegmentOutput, adjudication: LineAdjudication): void {
  const { payerId, paid, procedure, units, bundledInto, adjustments, paidOn, remaining } = adjudication;
  out.add('SVD', payerId, amountText(paid), procedureText(procedure), undefined, units, bundledInto);
  writeAdjustments(out, adjustments);
  if (paidOn) out.add('DTP', '573', 'D8', paidOn);
  if (remaining !== undefined) out.add('AMT', 'EAF', amountText(remaining));
}
