import { centsOf } from '../../money/cents';
import type { GroupAcknowledgement, InterchangeAcknowledgement } from '../acknowledgement';
import type { ProfessionalClaim, ServiceLine } from '../claim';
import type { ClaimStatus, ClaimStatusReport, StatusLevel, StatusTrace } from '../claim-status';
import type { EligibilityMessage } from '../eligibility';

export function professionalClaimFacts(claim: ProfessionalClaim) {
  return {
    clm01: claim.controlNumber,
    chargeCents: claim.charge,
    pos: claim.placeOfService,
    freq: claim.frequency,
    dx: claim.diagnoses.map((diagnosis) => diagnosis.code),
    lineCount: claim.lines.length,
    lineSumCents: centsOf(claim.lines.reduce((sum, line) => sum + line.charge, 0)),
    lines: claim.lines.map(serviceLineFacts),
  };
}

const serviceLineFacts = (line: ServiceLine) => ({
  code: line.procedure.code,
  modifiers: line.procedure.modifiers,
  chargeCents: line.charge,
});

export const interchangeAcknowledgementFacts = ({ control, date, code, note }: InterchangeAcknowledgement) => ({
  control,
  date,
  code,
  note,
});

export const groupAcknowledgementFacts = ({ group, sets, result }: GroupAcknowledgement) => ({
  group,
  sets: sets.map((set) => ({
    type: set.type,
    control: set.control,
    code: set.code,
    reasons: set.reasons,
    segmentErrors: set.errors.map((error) => ({
      segment: error.segment,
      position: error.position,
      loop: error.loop ?? null,
      code: error.code,
      elements: error.elements.map(({ position, code, value }) => ({ position, code, value: value ?? null })),
    })),
  })),
  ak9: { code: result.code, included: result.included, received: result.received, accepted: result.accepted },
});

export const claimStatusFacts = (report: ClaimStatusReport) => ({ levels: report.levels.map(levelFacts) });

const levelFacts = (level: StatusLevel) => ({
  hl: level.id,
  parent: level.parent ?? null,
  level: level.level,
  name: [level.name?.last, level.name?.first].filter((part) => part).join(' '),
  traces: level.traces.map(traceFacts),
  id: level.name?.id?.value ?? null,
});

function traceFacts(trace: StatusTrace) {
  const statuses = [...trace.statuses, ...trace.lines.flatMap((line) => line.statuses)];
  const categories = statuses.flatMap((status) => status.codes.map((code) => (code.text ?? '').slice(0, 2)));
  return {
    trn02: trace.number,
    status: statuses.map(statusFacts),
    payerIcn: trace.payerControlNumber ?? null,
    categories: [...new Set(categories)],
  };
}

const statusFacts = (status: ClaimStatus) => ({
  codes: status.codes.map((code) => code.text ?? ''),
  date: status.date ?? null,
  action: status.action ?? null,
  chargeCents: status.charge ?? null,
});

export const eligibilityFacts = (message: EligibilityMessage) => ({
  levels: message.levels,
  eb: message.benefits.map((benefit) => ({
    info: benefit.information,
    coverage: benefit.coverage ?? null,
    serviceTypes: benefit.serviceTypes,
    insuranceType: benefit.insuranceType ?? null,
    period: benefit.period ?? null,
    cents: benefit.amount ?? null,
    percent: benefit.percent ?? null,
    network: benefit.network ?? null,
  })),
  aaa: message.refusals,
  traces: message.traces,
  eq: message.inquiries.length > 0 ? message.inquiries : undefined,
});
