import type {
  ElementError,
  GroupAcknowledgement,
  InterchangeAcknowledgement,
  SegmentContext,
  SegmentError,
  SetAcknowledgement,
} from './acknowledgement';
import type { Interchange, Transaction, TransactionReader } from './envelope';
import type { Fault } from './fault';
import type { Open } from './parts';
import { component, element, optional, type Segment } from './segment';
import { unread } from './values';

export type AcknowledgementEvent =
  | {
      readonly kind: 'interchange_acknowledgement';
      readonly acknowledgement: InterchangeAcknowledgement;
    }
  | {
      readonly kind: 'acknowledgement';
      readonly acknowledgement: GroupAcknowledgement;
      readonly interchange: Interchange;
      readonly complete: boolean;
      readonly faults: readonly Fault[];
    };

export const interchangeAcknowledgementOf = (ta1: Segment): InterchangeAcknowledgement => ({
  control: element(ta1, 1),
  date: element(ta1, 2),
  time: element(ta1, 3),
  code: element(ta1, 4),
  note: element(ta1, 5),
});

/** Reads a 999 (005010X231A1), and the 997 it replaced: AK3, AK4, AK5 there are IK3, IK4, IK5 here. */
export function acknowledgementReader(
  transaction: Transaction,
  emit: (event: AcknowledgementEvent) => void,
): TransactionReader {
  const faults: Fault[] = [];
  const sets: Open<SetAcknowledgement>[] = [];
  let group: GroupAcknowledgement['group'] = { functionalId: '', control: '' };
  let result: GroupAcknowledgement['result'] = { code: '', included: '', received: '', accepted: '', reasons: [] };
  let set: Open<SetAcknowledgement> | undefined;
  let error: Open<SegmentError> | undefined;

  function segment(segment: Segment): void {
    switch (segment.name) {
      case 'AK1':
        group = {
          functionalId: element(segment, 1),
          control: element(segment, 2),
          version: optional(element(segment, 3)),
        };
        return;
      case 'AK2':
        return openSet(segment);
      case 'IK3':
      case 'AK3':
        return openError(segment);
      case 'CTX':
        error?.contexts.push(contextOf(segment));
        return;
      case 'IK4':
      case 'AK4':
        error?.elements.push(elementErrorOf(segment));
        return;
      case 'IK5':
      case 'AK5':
        return closeSet(segment);
      case 'AK9':
        result = resultOf(segment);
        return;
      default:
        faults.push(unread(segment));
    }
  }

  function openSet(ak2: Segment): void {
    error = undefined;
    set = {
      type: element(ak2, 1),
      control: element(ak2, 2),
      version: optional(element(ak2, 3)),
      code: '',
      reasons: [],
      errors: [],
    };
    sets.push(set);
  }

  function openError(ik3: Segment): void {
    error = {
      segment: element(ik3, 1),
      position: element(ik3, 2),
      loop: optional(element(ik3, 3)),
      code: element(ik3, 4),
      contexts: [],
      elements: [],
    };
    set?.errors.push(error);
  }

  function closeSet(ik5: Segment): void {
    if (set) set.code = element(ik5, 1);
    if (set) set.reasons = valuesFrom(ik5, 2);
    [set, error] = [undefined, undefined];
  }

  function end(complete: boolean): void {
    const { control, version, interchange } = transaction;
    const kind = transaction.type === '997' ? '997' : '999';
    emit({
      kind: 'acknowledgement',
      acknowledgement: { kind, control, version, group, sets, result },
      interchange,
      complete,
      faults,
    });
  }

  return { segment, end };
}

const contextOf = (ctx: Segment): SegmentContext => ({
  name: component(ctx, 1, 1),
  value: optional(component(ctx, 1, 2)),
  segment: optional(element(ctx, 2)),
  position: optional(element(ctx, 3)),
  loop: optional(element(ctx, 4)),
  element: optional(element(ctx, 5)),
});

const elementErrorOf = (ik4: Segment): ElementError => ({
  position: component(ik4, 1, 1),
  component: optional(component(ik4, 1, 2)),
  repetition: optional(component(ik4, 1, 3)),
  reference: optional(element(ik4, 2)),
  code: element(ik4, 3),
  value: optional(element(ik4, 4)),
});

const resultOf = (ak9: Segment): GroupAcknowledgement['result'] => ({
  code: element(ak9, 1),
  included: element(ak9, 2),
  received: element(ak9, 3),
  accepted: element(ak9, 4),
  reasons: valuesFrom(ak9, 5),
});

const valuesFrom = (segment: Segment, first: number): string[] =>
  segment.elements.slice(first - 1).flatMap(([value = '']) => (value === '' ? [] : [value]));
