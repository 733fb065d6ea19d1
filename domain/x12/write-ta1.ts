import type { InterchangeAcknowledgement } from './acknowledgement';
import { segmentOutput, standardForm, type TextForm } from './segment-text';
import { closeInterchange, type EnvelopeParameters, isaText } from './write-envelope';

/** An interchange that holds nothing but the answer to another interchange. */
export function writeTa1(
  envelope: EnvelopeParameters,
  { control, date, time, code, note }: InterchangeAcknowledgement,
  form: TextForm = standardForm,
): Uint8Array {
  const out = segmentOutput(form);
  out.add('TA1', control, date, time, code, note);
  closeInterchange(out, 0, envelope);
  return Buffer.from(isaText(envelope, form) + out.take(), 'latin1');
}
