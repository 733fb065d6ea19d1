import type { SegmentError, SetAcknowledgement } from '../../domain/x12/acknowledgement';
import type { FunctionalGroup } from '../../domain/x12/envelope';
import type { AcknowledgementContent } from '../../domain/x12/write-999';
import type { ClaimSet } from './claims-file';
import { isFormatRefused } from './rules';

const mostErrors = 20;

export const isSetRefused = (set: ClaimSet): boolean => errorsOf(set).length > 0;

/** What a 999 says of a group: each of its transactions is accepted, or refused with the segments that are wrong. */
export function groupAnswer(group: FunctionalGroup, sets: readonly ClaimSet[]): AcknowledgementContent {
  const answered = sets.map((set): SetAcknowledgement => {
    const errors = errorsOf(set).slice(0, mostErrors);
    const { type, control, version } = set.transaction;
    return errors.length === 0
      ? { type, control, version, code: 'A', reasons: [], errors }
      : { type, control, version, code: 'R', reasons: ['5'], errors };
  });
  const accepted = answered.filter(({ code }) => code === 'A').length;
  const all = String(sets.length);
  const code = accepted === sets.length ? 'A' : accepted === 0 ? 'R' : 'P';
  return {
    group: { functionalId: group.functionalId, control: group.control, version: group.version },
    sets: answered,
    result: { code, included: all, received: all, accepted: String(accepted), reasons: [] },
  };
}

/** IK304 and IK403: 8 and 7 for a value, 2 for a segment where none belongs. */
function errorsOf(set: ClaimSet): readonly SegmentError[] {
  const found = set.wrong.map(({ segment, position, element }): SegmentError => ({
    segment,
    position: String(position),
    code: element === undefined ? '2' : '8',
    contexts: [],
    elements: element === undefined ? [] : [{ position: String(element), code: '7' }],
  }));
  const byRule = set.claims
    .filter(({ claim }) => isFormatRefused(claim))
    .map(({ claim, position }): SegmentError => ({
      segment: 'CLM',
      position: String(position),
      loop: '2300',
      code: '8',
      contexts: [{ name: 'CLM01', value: claim.controlNumber }],
      elements: [{ position: '5', code: '7' }],
    }));
  return [...found, ...byRule];
}
