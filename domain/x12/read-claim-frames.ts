import type { DateOf, Identifier, NamedEntity, Open } from './parts';
import type { Diagnosis, LineAdjudication, Note, Provider } from './claim';
import { component, element, optional, type Segment } from './segment';
import { addressOf, contactOf, identifierAt, namedEntityOf, streetOf } from './values';

/**
 * An 837P is read as frames: the loops that are open (2000A, 2000B, 2000C, 2300, 2320, 2400), each with its own
 * segments and the entities that NM1 opened in it. The claim is put together when its last segment has been read.
 */
export interface Frame {
  /** By NM101. */
  readonly entities: Map<string, OpenEntity>;
  /** The NM1 loop that the next N3, N4, DMG, PRV, REF or PER belongs to. */
  entity?: OpenEntity;
  readonly references: Identifier[];
  readonly dates: DateOf[];
  /** PRV before the first NM1: that of the billing provider. */
  taxonomy?: string | undefined;
}

export interface OpenEntity extends Open<Provider> {
  birthDate?: string | undefined;
  gender?: string | undefined;
  /** DTP 573 in [2330B]. */
  paidOn?: string | undefined;
}

export interface ClaimFrame extends Frame {
  readonly clm: Segment;
  readonly ordinal: number;
  readonly amounts: Segment[];
  readonly diagnoses: Diagnosis[];
  note?: Note;
  readonly others: OtherFrame[];
  readonly lines: LineFrame[];
}

export interface OtherFrame extends Frame {
  readonly sbr: Segment;
  readonly adjustments: Segment[];
  readonly amounts: Segment[];
  oi?: Segment;
}

export interface LineFrame extends Frame {
  sv1?: Segment;
  note?: Note;
  readonly adjudications: Open<LineAdjudication>[];
}

export const openFrame = (): Frame => ({ entities: new Map(), references: [], dates: [] });

/** Reads what every frame may hold: names and what follows them, references, dates. Answers whether it did. */
export function readFrameSegment(frame: Frame, segment: Segment): boolean {
  switch (segment.name) {
    case 'NM1':
      return openEntity(frame, segment);
    case 'REF':
      return push((frame.entity ?? frame).references, identifierAt(segment, 1));
    case 'DTP':
      return readDate(frame, segment);
    case 'PRV':
      if (frame.entity) frame.entity.taxonomy = optional(element(segment, 3));
      else frame.taxonomy = optional(element(segment, 3));
      return true;
    default:
      return frame.entity !== undefined && readEntitySegment(frame.entity, segment);
  }
}

function openEntity(frame: Frame, nm1: Segment): true {
  const named: NamedEntity = namedEntityOf(nm1);
  frame.entity = { ...named, references: [], contacts: [] };
  if (!frame.entities.has(element(nm1, 1))) frame.entities.set(element(nm1, 1), frame.entity);
  return true;
}

function readEntitySegment(entity: OpenEntity, segment: Segment): boolean {
  switch (segment.name) {
    case 'N3':
      entity.address = { lines: streetOf(segment), city: '' };
      return true;
    case 'N4':
      entity.address = addressOf(segment, entity.address?.lines ?? []);
      return true;
    case 'DMG':
      entity.birthDate = optional(element(segment, 2));
      entity.gender = optional(element(segment, 3));
      return true;
    case 'PER':
      entity.contacts.push(contactOf(segment));
      return true;
    default:
      return false;
  }
}

/** A date in [2330B] is that payer's; any other is the frame's. */
function readDate(frame: Frame, dtp: Segment): true {
  if (frame.entity && element(dtp, 1) === '573') frame.entity.paidOn = element(dtp, 3);
  else frame.dates.push({ qualifier: element(dtp, 1), date: element(dtp, 3) });
  return true;
}

const diagnosisQualifiers: ReadonlySet<string> = new Set(['ABK', 'ABF', 'BK', 'BF']);

/** HI: one diagnosis a composite. Composites with other qualifiers (anesthesia, conditions) are none. */
export function diagnosesOf(hi: Segment): Diagnosis[] {
  return hi.elements
    .map((_, at) => ({ qualifier: component(hi, at + 1, 1), code: component(hi, at + 1, 2) }))
    .filter((diagnosis) => diagnosisQualifiers.has(diagnosis.qualifier));
}

export const noteOf = (nte: Segment): Note => ({ code: element(nte, 1), text: element(nte, 2) });

export function push<Item>(to: Item[], item: Item | undefined): true {
  if (item !== undefined) to.push(item);
  return true;
}
