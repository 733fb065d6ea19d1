import { type Cents, noCents } from '../money/cents';
import type {
  ClaimsHeader,
  OtherCoverage,
  Patient,
  Payer,
  ProfessionalClaim,
  Provider,
  ServiceLine,
  Subscriber,
} from './claim';
import type { Transaction } from './envelope';
import type { NamedEntity } from './parts';
import type { ClaimFrame, Frame, LineFrame, OpenEntity, OtherFrame } from './read-claim-frames';
import { component, element, optional, type Segment } from './segment';
import { adjustmentsOf, procedureAt, type Report, requiredAmountAt } from './values';

/** The frames that are open when a claim ends. */
export interface ClaimFrames {
  readonly billing: Frame;
  readonly subscriber: Frame & { readonly sbr?: Segment };
  readonly patient: (Frame & { readonly pat?: Segment }) | undefined;
  readonly claim: ClaimFrame;
}

export function assembleHeader(transaction: Transaction, bht: Segment | undefined, top: Frame): ClaimsHeader {
  const said = (n: number): string => (bht ? element(bht, n) : '');
  const submitter = top.entities.get('41');
  return {
    control: transaction.control,
    version: transaction.version,
    purpose: said(2),
    reference: said(3),
    date: said(4),
    time: said(5),
    use: said(6),
    submitter: { ...nameOf(submitter), contacts: submitter?.contacts ?? [] },
    receiver: nameOf(top.entities.get('40')),
  };
}

export function assembleClaim(frames: ClaimFrames, report: Report): ProfessionalClaim {
  const { billing, claim, patient } = frames;
  const { clm } = claim;
  return {
    billing: { ...providerOf(billing.entities.get('85')), taxonomy: billing.taxonomy },
    payTo: billing.entities.get('87')?.address,
    subscriber: subscriberOf(frames.subscriber),
    payer: payerOf(frames.subscriber.entities.get('PR')),
    patient: patient && patientOf(patient),
    controlNumber: element(clm, 1),
    charge: requiredAmountAt(clm, 2, report),
    placeOfService: component(clm, 5, 1),
    frequency: component(clm, 5, 3),
    providerSignature: element(clm, 6),
    assignment: element(clm, 7),
    benefitsAssigned: element(clm, 8),
    release: element(clm, 9),
    signatureSource: optional(element(clm, 10)),
    delayReason: optional(element(clm, 20)),
    dates: claim.dates,
    patientPaid: amountOf(claim.amounts, 'F5', report),
    references: claim.references,
    note: claim.note,
    diagnoses: claim.diagnoses,
    referring: optionalProvider(claim, 'DN'),
    rendering: optionalProvider(claim, '82'),
    facility: optionalProvider(claim, '77'),
    supervising: optionalProvider(claim, 'DQ'),
    otherCoverages: claim.others.map((other) => otherCoverageOf(other, report)),
    lines: claim.lines.map((line) => serviceLineOf(line, report)),
  };
}

function subscriberOf(frame: ClaimFrames['subscriber']): Subscriber {
  const entity = frame.entities.get('IL');
  return {
    ...coverageOf(frame.sbr),
    relationship: frame.sbr && optional(element(frame.sbr, 2)),
    name: nameOf(entity),
    address: entity?.address,
    birthDate: entity?.birthDate,
    gender: entity?.gender,
    references: entity?.references ?? [],
  };
}

/** SBR, in [2000B] and [2320]. */
const coverageOf = (sbr: Segment | undefined) => ({
  sequence: sbr ? element(sbr, 1) : '',
  group: sbr && optional(element(sbr, 3)),
  planName: sbr && optional(element(sbr, 4)),
  insuranceType: sbr && optional(element(sbr, 5)),
  filingIndicator: sbr && optional(element(sbr, 9)),
});

function patientOf(frame: NonNullable<ClaimFrames['patient']>): Patient {
  const entity = frame.entities.get('QC');
  return {
    relationship: frame.pat ? element(frame.pat, 1) : '',
    name: nameOf(entity),
    address: entity?.address,
    birthDate: entity?.birthDate,
    gender: entity?.gender,
    references: entity?.references ?? [],
  };
}

function otherCoverageOf(frame: OtherFrame, report: Report): OtherCoverage {
  const said = (n: number): string => (frame.oi ? element(frame.oi, n) : '');
  const subscriber = frame.entities.get('IL');
  const payer = frame.entities.get('PR');
  return {
    ...coverageOf(frame.sbr),
    relationship: element(frame.sbr, 2),
    adjustments: frame.adjustments.flatMap((cas) => adjustmentsOf(cas, report)),
    paid: amountOf(frame.amounts, 'D', report),
    nonCovered: amountOf(frame.amounts, 'A8', report),
    remaining: amountOf(frame.amounts, 'EAF', report),
    benefitsAssigned: said(3),
    signatureSource: optional(said(4)),
    release: said(6),
    subscriber: nameOf(subscriber),
    subscriberAddress: subscriber?.address,
    payer: payerOf(payer),
    paidOn: payer?.paidOn,
  };
}

function serviceLineOf(line: LineFrame, report: Report): ServiceLine {
  const { sv1 } = line;
  const service = line.dates.find((date) => date.qualifier === '472')?.date ?? '';
  const [from = '', to] = service.split('-');
  return {
    procedure: sv1 ? procedureAt(sv1, 1) : { qualifier: '', code: '', modifiers: [] },
    charge: sv1 ? requiredAmountAt(sv1, 2, report) : noCents,
    unit: sv1 ? element(sv1, 3) : '',
    units: sv1 ? element(sv1, 4) : '',
    placeOfService: sv1 && optional(element(sv1, 5)),
    pointers: (sv1?.elements[6] ?? []).filter((pointer) => pointer !== '').map(Number),
    from,
    to,
    lineControlNumber: line.references.find((reference) => reference.qualifier === '6R')?.value,
    references: line.references.filter((reference) => reference.qualifier !== '6R'),
    note: line.note,
    rendering: optionalProvider(line, '82'),
    facility: optionalProvider(line, '77'),
    supervising: optionalProvider(line, 'DQ'),
    adjudications: line.adjudications,
  };
}

function amountOf(amounts: readonly Segment[], qualifier: string, report: Report): Cents | undefined {
  const amt = amounts.find((one) => element(one, 1) === qualifier);
  return amt && requiredAmountAt(amt, 2, report);
}

const nameOf = (entity: OpenEntity | undefined): NamedEntity => ({
  entityType: entity?.entityType ?? '',
  last: entity?.last ?? '',
  first: entity?.first,
  middle: entity?.middle,
  suffix: entity?.suffix,
  id: entity?.id,
});

const payerOf = (entity: OpenEntity | undefined): Payer => ({
  name: entity?.last ?? '',
  id: entity?.id ?? { qualifier: '', value: '' },
  address: entity?.address,
  references: entity?.references ?? [],
});

const providerOf = (entity: OpenEntity | undefined): Provider => ({
  ...nameOf(entity),
  taxonomy: entity?.taxonomy,
  address: entity?.address,
  references: entity?.references ?? [],
  contacts: entity?.contacts ?? [],
});

const optionalProvider = (frame: Frame, role: string): Provider | undefined => {
  const entity = frame.entities.get(role);
  return entity && providerOf(entity);
};
