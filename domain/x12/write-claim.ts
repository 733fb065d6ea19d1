import type { OtherCoverage, Patient, Payer, ProfessionalClaim, Provider, Subscriber } from './claim';
import type { Address } from './parts';
import { amountText, optionalAmountText, type SegmentOutput } from './segment-text';
import { writeServiceLine } from './write-claim-line';
import { writeAddress, writeAdjustments, writeContact, writeName, writeProvider, writeReferences } from './write-parts';

/** REF qualifiers of [2300] in the order of TR3 section 2.4. */
const claimReferences = ['4N', 'F5', 'EW', '9F', 'G1', 'F8', 'X4', '9A', '9C', 'LX', 'D9', 'EA', 'P4', '1J'];

/** [2000A, 2010AA, 2010AB] */
export function writeBilling(out: SegmentOutput, hl: number, billing: Provider, payTo: Address | undefined): void {
  out.add('HL', String(hl), undefined, '20', '1');
  if (billing.taxonomy) out.add('PRV', 'BI', 'PXC', billing.taxonomy);
  writeName(out, '85', billing);
  writeAddress(out, billing.address);
  writeReferences(out, billing.references, ['EI', 'SY', '0B', '1G']);
  for (const contact of billing.contacts) writeContact(out, contact);
  if (!payTo) return;
  out.add('NM1', '87', billing.entityType);
  writeAddress(out, payTo);
}

/** [2000B] to [2430]: one claim with a subscriber, and if need be a patient, of its own. Answers how many HL it took. */
export function writeClaim(out: SegmentOutput, claim: ProfessionalClaim, hl: number, billingHl: number): number {
  writeSubscriber(out, claim.subscriber, { hl, parent: billingHl, hasPatient: claim.patient !== undefined });
  writePayer(out, claim.payer);
  if (claim.patient) writePatient(out, claim.patient, hl + 1, hl);
  writeClaimSegments(out, claim);
  writeProviders(out, claim);
  for (const other of claim.otherCoverages) writeOtherCoverage(out, other);
  claim.lines.forEach((line, at) => writeServiceLine(out, line, at + 1));
  return claim.patient ? 2 : 1;
}

function writeSubscriber(
  out: SegmentOutput,
  subscriber: Subscriber,
  level: { readonly hl: number; readonly parent: number; readonly hasPatient: boolean },
): void {
  out.add('HL', String(level.hl), String(level.parent), '22', level.hasPatient ? '1' : '0');
  writeCoverage(out, subscriber);
  writeName(out, 'IL', subscriber.name);
  writeAddress(out, subscriber.address);
  writeDemographics(out, subscriber);
  writeReferences(out, subscriber.references, ['SY', 'Y4']);
}

/** SBR, in [2000B] and [2320]. */
function writeCoverage(out: SegmentOutput, coverage: Omit<Subscriber, 'name' | 'references' | 'address'>): void {
  const { sequence, relationship, group, planName, insuranceType, filingIndicator } = coverage;
  const none = undefined;
  out.add('SBR', sequence, relationship, group, planName, insuranceType, none, none, none, filingIndicator);
}

function writeDemographics(out: SegmentOutput, person: Pick<Patient, 'birthDate' | 'gender'>): void {
  if (person.birthDate) out.add('DMG', 'D8', person.birthDate, person.gender);
}

function writePayer(out: SegmentOutput, payer: Payer): void {
  writeName(out, 'PR', { entityType: '2', last: payer.name, id: payer.id });
  writeAddress(out, payer.address);
  writeReferences(out, payer.references, ['2U', 'EI', 'FY', 'NF', 'G2', 'LU']);
}

function writePatient(out: SegmentOutput, patient: Patient, hl: number, parent: number): void {
  out.add('HL', String(hl), String(parent), '23', '0');
  out.add('PAT', patient.relationship);
  writeName(out, 'QC', patient.name);
  writeAddress(out, patient.address);
  writeDemographics(out, patient);
  writeReferences(out, patient.references, ['Y4', '1W', 'SY']);
}

/** [2300] without its loops: REF before HI. */
function writeClaimSegments(out: SegmentOutput, claim: ProfessionalClaim): void {
  const none = undefined;
  const signatures = [claim.providerSignature, claim.assignment, claim.benefitsAssigned, claim.release];
  const place = [claim.placeOfService, 'B', claim.frequency];
  const late = claim.delayReason === undefined ? [] : [...Array.from({ length: 9 }, () => none), claim.delayReason];
  const head = [claim.controlNumber, amountText(claim.charge), none, none, place];
  out.add('CLM', ...head, ...signatures, claim.signatureSource, ...late);
  for (const { qualifier, date } of claim.dates) out.add('DTP', qualifier, date.includes('-') ? 'RD8' : 'D8', date);
  if (claim.patientPaid !== undefined) out.add('AMT', 'F5', optionalAmountText(claim.patientPaid));
  writeReferences(out, claim.references, claimReferences);
  if (claim.note) out.add('NTE', claim.note.code, claim.note.text);
  if (claim.diagnoses.length > 0)
    out.add('HI', ...claim.diagnoses.map(({ qualifier, code }) => [qualifier, code.replaceAll('.', '')]));
}

/** [2310A–D] */
function writeProviders(out: SegmentOutput, claim: ProfessionalClaim): void {
  writeProvider(out, 'DN', claim.referring);
  writeProvider(out, '82', claim.rendering);
  writeProvider(out, '77', claim.facility);
  writeProvider(out, 'DQ', claim.supervising);
}

/** [2320, 2330A, 2330B] */
function writeOtherCoverage(out: SegmentOutput, other: OtherCoverage): void {
  writeCoverage(out, other);
  writeAdjustments(out, other.adjustments);
  if (other.paid !== undefined) out.add('AMT', 'D', amountText(other.paid));
  if (other.nonCovered !== undefined) out.add('AMT', 'A8', amountText(other.nonCovered));
  if (other.remaining !== undefined) out.add('AMT', 'EAF', amountText(other.remaining));
  out.add('OI', undefined, undefined, other.benefitsAssigned, other.signatureSource, undefined, other.release);
  writeName(out, 'IL', other.subscriber);
  writeAddress(out, other.subscriberAddress);
  writeName(out, 'PR', { entityType: '2', last: other.payer.name, id: other.payer.id });
  writeAddress(out, other.payer.address);
  if (other.paidOn) out.add('DTP', '573', 'D8', other.paidOn);
  writeReferences(out, other.payer.references, ['2U', 'EI', 'FY', 'NF', 'G1', '9F', 'T4', 'F8']);
}
