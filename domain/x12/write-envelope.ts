import { type SegmentOutput, type TextForm } from './segment-text';

/** Who sends what to whom and the numbers that name it. The caller takes them from a locked row, the time from `tx`. */
export interface EnvelopeParameters {
  readonly sender: PartyAddress;
  readonly receiver: PartyAddress;
  /** Day and time of making, as the sender's wall shows them: YYYYMMDD and HHMM. */
  readonly date: string;
  readonly time: string;
  /** ISA13: unique to the receiver, at most nine digits. */
  readonly interchangeControl: number;
  /** GS06. */
  readonly groupControl: number;
  /** ST02 of the first transaction; further ones count on. */
  readonly transactionControl: number;
  /** ISA15. */
  readonly usage: 'P' | 'T';
  /** ISA14: a TA1 is asked for. */
  readonly acknowledgementRequested?: boolean;
}

export interface PartyAddress {
  /** ISA05 or ISA07: ZZ mutually defined, 30 tax number, 01 DUNS… */
  readonly qualifier: string;
  /** ISA06 or ISA08, at most 15 characters. */
  readonly id: string;
  /** GS02 or GS03, where it is another. */
  readonly application?: string;
}

const digits = (n: number, width: number): string => {
  if (!Number.isSafeInteger(n) || n < 0 || String(n).length > width)
    throw new RangeError(`a control number has at most ${width} digits`);
  return String(n).padStart(width, '0');
};

/** ST02: four to nine digits. */
export const transactionControlText = (n: number): string => digits(n, 9).replace(/^0{1,5}/, '');

/**
 * The ISA with its terminator: 106 bytes, whatever is in it.
 * @throws RangeError where a value is wider than its place
 */
export function isaText(parameters: EnvelopeParameters, { delimiters, lineEnd }: TextForm): string {
  const { sender, receiver, date, time, usage } = parameters;
  const elements = [
    'ISA',
    '00',
    wide('', 10),
    '00',
    wide('', 10),
    wide(sender.qualifier, 2),
    wide(sender.id, 15),
    wide(receiver.qualifier, 2),
    wide(receiver.id, 15),
    wide(date.slice(2), 6),
    wide(time.slice(0, 4), 4),
    delimiters.repetition,
    '00501',
    digits(parameters.interchangeControl, 9),
    parameters.acknowledgementRequested ? '1' : '0',
    usage,
    delimiters.component,
  ];
  return elements.join(delimiters.element) + delimiters.segment + lineEnd;
}

function wide(value: string, width: number): string {
  if (value.length > width || /[^\x20-\x7e]/.test(value))
    throw new RangeError(`an ISA element of ${width} characters can not hold "${value}"`);
  return value.padEnd(width);
}

export function openGroup(
  out: SegmentOutput,
  { functionalId, version }: GroupKind,
  parameters: EnvelopeParameters,
): void {
  const { sender, receiver, date, time, groupControl } = parameters;
  const [from, to] = [sender.application ?? sender.id, receiver.application ?? receiver.id];
  out.add('GS', functionalId, from, to, date, time, String(groupControl), 'X', version);
}

export function openTransaction(out: SegmentOutput, kind: GroupKind, control: string): void {
  out.restart();
  out.add('ST', kind.type, control, kind.versionInTransaction === false ? undefined : kind.version);
}

export const closeTransaction = (out: SegmentOutput, control: string): void =>
  out.add('SE', String(out.count + 1), control);

export const closeGroup = (out: SegmentOutput, transactions: number, parameters: EnvelopeParameters): void =>
  out.add('GE', String(transactions), String(parameters.groupControl));

export const closeInterchange = (out: SegmentOutput, groups: number, parameters: EnvelopeParameters): void =>
  out.add('IEA', String(groups), digits(parameters.interchangeControl, 9));

/** What a functional group holds. */
export interface GroupKind {
  /** GS01. */
  readonly functionalId: string;
  /** ST01. */
  readonly type: string;
  /** GS08, and ST03 where the guide has one. */
  readonly version: string;
  /** The 835 has no ST03. */
  readonly versionInTransaction?: false;
}

/** A file of one interchange with one group and one transaction, whose body `write` adds. */
export function wholeFile(
  out: SegmentOutput,
  form: TextForm,
  parameters: EnvelopeParameters,
  kind: GroupKind,
  write: () => void,
): Uint8Array {
  const control = transactionControlText(parameters.transactionControl);
  openGroup(out, kind, parameters);
  openTransaction(out, kind, control);
  write();
  closeTransaction(out, control);
  closeGroup(out, 1, parameters);
  closeInterchange(out, 1, parameters);
  return Buffer.from(isaText(parameters, form) + out.take(), 'latin1');
}
