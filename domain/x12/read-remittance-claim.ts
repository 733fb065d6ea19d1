import type { Identifier, NamedEntity, Open } from './parts';
import type { RemittanceClaim, RemittanceLine } from './remittance';
import { element, optional, type Segment } from './segment';
import {
  adjustmentsOf,
  amountAt,
  amountOf,
  contactOf,
  dateOf,
  identifierAt,
  namedEntityOf,
  procedureAt,
  type Report,
  requiredAmountAt,
} from './values';

/** CLP (TR3 2100). */
export function openClaim(
  clp: Segment,
  ordinal: number,
  block: string | undefined,
  report: Report,
): Open<RemittanceClaim> {
  return {
    ordinal,
    offset: clp.offset,
    block,
    controlNumber: element(clp, 1),
    status: element(clp, 2),
    charge: requiredAmountAt(clp, 3, report),
    paid: requiredAmountAt(clp, 4, report),
    patientResponsibility: amountAt(clp, 5, report),
    filingIndicator: optional(element(clp, 6)),
    payerControlNumber: optional(element(clp, 7)),
    placeOfService: optional(element(clp, 8)),
    frequency: optional(element(clp, 9)),
    adjustments: [],
    remarks: [],
    references: [],
    dates: [],
    contacts: [],
    amounts: [],
    quantities: [],
    lines: [],
  };
}

/** SVC (TR3 2110). */
export function openLine(svc: Segment, ordinal: number, report: Report): Open<RemittanceLine> {
  return {
    ordinal,
    offset: svc.offset,
    procedure: procedureAt(svc, 1),
    charge: requiredAmountAt(svc, 2, report),
    paid: requiredAmountAt(svc, 3, report),
    revenueCode: optional(element(svc, 4)),
    units: optional(element(svc, 5)),
    original: element(svc, 6) === '' ? undefined : procedureAt(svc, 6),
    originalUnits: optional(element(svc, 7)),
    dates: [],
    adjustments: [],
    references: [],
    amounts: [],
    quantities: [],
    remarks: [],
  };
}

/** Reads a segment between CLP and the first SVC. Answers whether it belongs there. */
export function readClaimSegment(claim: Open<RemittanceClaim>, segment: Segment, report: Report): boolean {
  switch (segment.name) {
    case 'NM1':
      return readName(claim, segment);
    case 'MIA':
      claim.remarks.push(...valuesAt(segment, [5, 20, 21, 22, 23]));
      return true;
    case 'MOA':
      claim.reimbursementRate = optional(element(segment, 1));
      claim.payable = element(segment, 2) === '' ? undefined : amountAt(segment, 2, report);
      claim.remarks.push(...valuesAt(segment, [3, 4, 5, 6, 7]));
      return true;
    case 'PER':
      claim.contacts.push(contactOf(segment));
      return true;
    default:
      return readShared(claim, segment, report);
  }
}

/** Reads a segment after an SVC. Answers whether it belongs there. */
export function readLineSegment(line: Open<RemittanceLine>, segment: Segment, report: Report): boolean {
  switch (segment.name) {
    case 'LQ':
      line.remarks.push(...valuesAt(segment, [2]));
      return true;
    case 'REF':
      if (element(segment, 1) !== '6R' || line.lineControlNumber) return readShared(line, segment, report);
      line.lineControlNumber = optional(element(segment, 2));
      return true;
    default:
      return readShared(line, segment, report);
  }
}

/** What claims and lines have in common. */
function readShared(
  into: Pick<Open<RemittanceLine>, 'adjustments' | 'dates' | 'references' | 'amounts' | 'quantities'>,
  segment: Segment,
  report: Report,
): boolean {
  switch (segment.name) {
    case 'CAS':
      for (const adjustment of adjustmentsOf(segment, report))
        into.adjustments.push({ ...adjustment, offset: segment.offset });
      return true;
    case 'DTM':
      into.dates.push(dateOf(segment));
      return true;
    case 'REF':
      return add(into.references, identifierAt(segment, 1));
    case 'AMT':
      into.amounts.push(amountOf(segment, report));
      return true;
    case 'QTY':
      return add(into.quantities, identifierAt(segment, 1));
    default:
      return false;
  }
}

function readName(claim: Open<RemittanceClaim>, nm1: Segment): boolean {
  const entity = namedEntityOf(nm1);
  const role = roleOf[element(nm1, 1)];
  if (role) claim[role] = entity;
  return role !== undefined;
}

/** NM101 in TR3 2100. */
const roleOf: Readonly<Record<string, EntityField>> = {
  QC: 'patient',
  IL: 'insured',
  '74': 'corrected',
  '82': 'rendering',
  TT: 'crossover',
  PR: 'priorityPayer',
  GB: 'otherInsured',
};

type EntityField = {
  [K in keyof RemittanceClaim]-?: NonNullable<RemittanceClaim[K]> extends NamedEntity ? K : never;
}[keyof RemittanceClaim];

const valuesAt = (segment: Segment, places: readonly number[]): string[] =>
  places.map((n) => element(segment, n)).filter((value) => value !== '');

function add(to: Identifier[], value: Identifier | undefined): true {
  if (value) to.push(value);
  return true;
}
