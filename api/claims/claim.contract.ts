import { z } from 'zod';
import { causeShape } from '../../domain/claims/claim-cause-codes';
import { claimLife } from '../../domain/claims/claim-state';
import { day, id, instant, line, readContract, searchContract, version } from '../http/contract';

const claimState = z.enum(claimLife.states);
/** A code as a scrub or an answer gives it; it may stand in an address. */
export const claimCause = z.string().regex(causeShape);
/** Integer cents; negative where more was taken back or decided than charged. */
const cents = z.number().int();

export const claimRow = z.object({
  id,
  version,
  clientId: id,
  clientName: z.string(),
  controlNumber: z.string(),
  payerId: id,
  payerName: z.string(),
  rank: z.number().int(),
  serviceDay: day,
  codes: z.array(z.string()),
  clinicianName: z.string(),
  state: claimState,
  chargeCents: cents,
  paidCents: cents,
  openCents: cents,
  causes: z.array(z.string()),
  next: z.object({ step: z.string(), due: instant.nullable(), paused: z.boolean() }).nullable(),
  due: instant.nullable(),
});

export type ClaimRowView = z.infer<typeof claimRow>;

export const searchClaimsContract = searchContract({
  path: '/claims/search',
  summary: 'Claims with what the books and the plan say of each, the latest visit first',
  filter: z
    .strictObject({
      ids: z.array(id).max(200),
      states: z.array(claimState).max(claimLife.states.length),
      payerId: id,
      clientId: id,
      batchId: id,
      from: day,
      until: day,
      olderThanDays: z.number().int().min(1).max(3650),
      cause: claimCause,
      text: line(100),
    })
    .partial(),
  sort: ['serviceDay', 'chargeCents', 'due'],
  row: claimRow,
});

const standing = { charge: cents, paid: cents, contractual: cents, denied: cents, client: cents, writtenOff: cents, open: cents }; // prettier-ignore
const reasons = z.array(
  z.object({ account: z.enum(['contractual', 'denial', 'client', 'write_off']), reason: z.string(), cents }),
);
const moneyLine = z.object({
  ...standing,
  lineControl: z.string(),
  code: z.string(),
  modifiers: z.array(z.string()),
  units: z.number().int(),
  minutes: z.number().int().nullable(),
  reasons,
});

const authorization = z.object({ number: z.string(), fromDay: day, untilDay: day });
const batchName = z.object({ id, controlNumber: z.string() });
const remittanceName = z.object({ id, traceNumber: z.string() });

const claimFile = z.object({
  id,
  kind: z.string().nullable(),
  direction: z.enum(['in', 'out']),
  at: instant,
  bytes: z.number().int(),
  place: z.object({ from: z.number().int(), until: z.number().int() }).nullable(),
  versionNo: z.number().int().nullable(),
  batch: batchName.nullable(),
  remittance: remittanceName.nullable(),
});
export type ClaimFileView = z.infer<typeof claimFile>;

const claimHappening = z.object({
  id: z.string(),
  at: instant,
  kind: z.string(),
  params: z.record(z.string(), z.unknown()),
  versionNo: z.number().int().nullable(),
  actorName: z.string().nullable(),
  batch: batchName.extend({ claims: z.number().int() }).nullable(),
  remittance: remittanceName.extend({ method: z.string() }).nullable(),
});
export type ClaimHappeningView = z.infer<typeof claimHappening>;

export const claimDetail = claimRow.extend({
  versionNo: z.number().int(),
  payerControlNumber: z.string().nullable(),
  visit: z
    .object({
      id,
      appointmentId: id,
      beganAt: instant.nullable(),
      endedAt: instant.nullable(),
      modality: z.enum(['office', 'telehealth']),
    })
    .nullable(),
  coverage: z.object({
    planName: z.string().nullable(),
    memberId: z.string(),
    groupNumber: z.string().nullable(),
    relationship: z.string(),
  }),
  placeOfService: z.string(),
  diagnoses: z.array(z.object({ code: z.string(), title: z.string().nullable() })),
  authorization: z.object({
    onClaim: z.string().nullable(),
    known: authorization.nullable(),
    fitting: authorization.extend({ id, enteredLater: z.boolean() }).nullable(),
  }),
  versions: z.array(
    z.object({
      versionNo: z.number().int(),
      frequency: z.enum(['1', '7', '8']),
      madeAt: instant,
      madeByName: z.string().nullable(),
    }),
  ),
  trouble: z
    .object({
      kind: z.enum(['blocked', 'rejected', 'denied']),
      at: instant,
      causes: z.array(z.string()),
      remarks: z.array(z.string()),
      same: z.object({ cause: z.string(), claims: z.number().int(), openCents: cents }).nullable(),
    })
    .nullable(),
  money: z.object({
    whole: z.object(standing),
    lines: z.array(moneyLine),
    beside: z.object({ ...standing, reasons }).optional(),
    remittances: z.array(
      remittanceName.extend({ method: z.string(), paidOn: day.nullable(), postedAt: instant.nullable() }),
    ),
  }),
  outlook: z.object({
    takenIn: z.boolean().describe('the payer has a version of it in its books'),
    leaving: z.boolean(),
    billedCents: cents.nullable(),
    writeOffCents: cents,
  }),
  files: z.array(claimFile),
  history: z.array(claimHappening),
  ahead: z.array(
    z.object({
      step: z.string(),
      due: instant.nullable(),
      deadline: instant.nullable(),
      days: z.number().int().nullable().describe('of the payer’s terms, by which it was counted'),
      toldAt: instant.nullable().describe('when it became work'),
    }),
  ),
});
export type ClaimDetailView = z.infer<typeof claimDetail>;

export const getClaim = readContract({
  path: '/claims/:id',
  summary: 'One claim: its money to the cent, its visit, the files that touched it, what happened and what is wrong',
  response: claimDetail,
});

/** Segments of a file, and what separates their elements and components. */
export const fileSegments = z.object({
  segments: z.array(z.object({ name: z.string(), text: z.string(), offset: z.number().int() })),
  element: z.string(),
  component: z.string(),
});
export type FileSegmentsView = z.infer<typeof fileSegments>;

export const getClaimFile = readContract({
  path: '/claims/:id/files/:fileId',
  summary: 'What a file says of one claim: the very segments, and nothing that is about others',
  response: fileSegments.extend({ clientId: id }),
});
