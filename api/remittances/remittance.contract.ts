import { z } from 'zod';
import { remittanceClaimLife } from '../../domain/remittances/remittance-claim-state';
import { remittanceLife } from '../../domain/remittances/remittance-state';
import { remittanceClaimSorts, remittanceSorts } from '../../domain/remittances/remittance-codes';
import {
  askContract,
  changeContract,
  day,
  empty,
  id,
  instant,
  readContract,
  searchContract,
  version,
} from '../http/contract';

/** US cents, with their sign. */
const cents = z.number().int();
const count = z.number().int().min(0);
const state = z.enum(remittanceLife.states);
const claimState = z.enum(remittanceClaimLife.states);

export const remittanceRow = z.object({
  id,
  version,
  fileId: id,
  state,
  reason: z.string().nullable(),
  payerName: z.string(),
  traceNumber: z.string(),
  method: z.string().describe('as the payer says: ACH, CHK, NON and others'),
  paidOn: day.nullable(),
  paidCents: cents,
  receivedAt: instant,
  claims: count,
  posted: count,
  review: count.describe('claims that wait for a person'),
  setAside: count,
  informed: count,
  undone: count,
});
export type RemittanceRow = z.infer<typeof remittanceRow>;

export const searchRemittances = searchContract({
  path: '/remittances/search',
  summary: 'Payments of payers, with how many of their claims are posted and how many wait for a person',
  filter: z
    .strictObject({
      ids: z.array(id).max(200),
      fileId: id,
      states: z.array(state).max(10),
      waiting: z.boolean(),
      text: z.string().trim().max(100),
    })
    .partial(),
  sort: remittanceSorts,
  row: remittanceRow,
});

export const remittanceDetail = remittanceRow.extend({
  ordinal: z.number().int(),
  handling: z.string(),
  payerIdentifier: z.string().nullable(),
  payeeNpi: z.string().nullable(),
  postedAt: instant.nullable(),
  undoneAt: instant.nullable(),
  file: z.object({
    name: z.string(),
    bytes: count,
    sha256: z.string(),
    cameBy: z.string(),
    broughtBy: z.string().nullable(),
  }),
  adjustments: z.array(
    z.object({ ordinal: z.number().int(), code: z.string(), reference: z.string().nullable(), cents }),
  ),
  totals: z.object({
    chargedCents: cents,
    postedCents: cents,
    waitingCents: cents,
    setAsideCents: cents,
    elsewhereCents: cents,
    adjustedCents: cents.describe('what the payer moved beside the claims; positive takes from the payment'),
    offCents: cents.describe('0 where all of it adds up to the payment'),
    contractualCents: cents,
    deniedCents: cents,
    clientCents: cents,
  }),
  twinId: id.nullable(),
});
export type RemittanceDetail = z.infer<typeof remittanceDetail>;

export const getRemittance = readContract({
  path: '/remittances/:id',
  summary: 'One payment, and where each cent of it is',
  response: remittanceDetail,
});

export const askUndoRemittance = askContract({
  path: '/remittances/:id/undo-consequences',
  summary: 'What taking a payment back would do',
  body: empty,
  response: z.object({
    entries: count,
    cashCents: cents,
    claims: count,
    openCents: cents,
    clients: count,
    clientCents: cents,
    waiting: count,
    reversalsWait: count,
    opened: count,
    stay: count,
  }),
  problems: ['wrong_state'],
});

export const releaseRemittanceContract = changeContract({
  path: '/remittances/:id/release',
  summary: 'A payment under the number of another is another one: it is posted like any',
  body: empty,
  response: remittanceDetail,
  problems: ['wrong_state'],
});

export const undoRemittanceContract = changeContract({
  path: '/remittances/:id/undo',
  summary: 'Takes a payment back: a contra entry for each of its entries',
  body: empty,
  response: remittanceDetail,
  problems: ['wrong_state'],
});

export const remittanceClaimRow = z.object({
  id,
  version,
  remittanceId: id,
  ordinal: z.number().int(),
  state: claimState,
  reason: z.string().nullable(),
  status: z.string(),
  controlNumber: z.string(),
  payerControlNumber: z.string().nullable(),
  patientName: z.string().nullable().describe('as the payer writes it'),
  chargeCents: cents,
  paidCents: cents,
  contractualCents: cents,
  deniedCents: cents,
  clientCents: cents,
  reasons: z.array(z.string()),
  claimId: id.nullable(),
  clientId: id.nullable(),
  clientName: z.string().nullable(),
  resolvedBy: z.string().nullable(),
});
export type RemittanceClaimRow = z.infer<typeof remittanceClaimRow>;

export const searchRemittanceClaims = searchContract({
  path: '/remittance-claims/search',
  summary: 'What payers said of claims',
  filter: z
    .strictObject({
      ids: z.array(id).max(200),
      remittanceId: id,
      claimId: id,
      states: z.array(claimState).max(10),
    })
    .partial(),
  sort: remittanceClaimSorts,
  row: remittanceClaimRow,
});
