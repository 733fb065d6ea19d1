import type { GroupAcknowledgement, SegmentError, SetAcknowledgement } from './acknowledgement';
import { type SegmentOutput, segmentOutput, standardForm, type TextForm } from './segment-text';
import { type EnvelopeParameters, wholeFile } from './write-envelope';

const kind = { functionalId: 'FA', type: '999', version: '005010X231A1' } as const;

/** What a 999 says; its control number and version come from the envelope. */
export type AcknowledgementContent = Omit<GroupAcknowledgement, 'kind' | 'control' | 'version'>;

/** Writes a 999 (005010X231A1), the answer to one functional group. */
export function write999(
  envelope: EnvelopeParameters,
  { group, sets, result }: AcknowledgementContent,
  form: TextForm = standardForm,
): Uint8Array {
  const out = segmentOutput(form);
  return wholeFile(out, form, envelope, kind, () => {
    out.add('AK1', group.functionalId, group.control, group.version);
    for (const set of sets) writeSet(out, set);
    out.add('AK9', result.code, result.included, result.received, result.accepted, ...result.reasons);
  });
}

function writeSet(out: SegmentOutput, set: SetAcknowledgement): void {
  out.add('AK2', set.type, set.control, set.version);
  for (const error of set.errors) writeError(out, error);
  out.add('IK5', set.code, ...set.reasons);
}

function writeError(out: SegmentOutput, error: SegmentError): void {
  out.add('IK3', error.segment, error.position, error.loop, error.code);
  for (const { name, value, segment, position, loop, element } of error.contexts)
    out.add('CTX', [name, value], segment, position, loop, element);
  for (const { position, component, repetition, reference, code, value } of error.elements)
    out.add('IK4', [position, component, repetition], reference, code, value);
}
