import { z } from 'zod';
import {
  balanceSorts,
  balanceStandings,
  largestPayment,
  paymentMethods,
  shareStepCodes,
} from '../../domain/ledger/balance-codes';
import {
  askContract,
  changeContract,
  createContract,
  day,
  empty,
  id,
  instant,
  line,
  readContract,
  searchContract,
  version,
} from '../http/contract';

/** US cents, with their sign. */
const cents = z.number().int();
const method = z.enum(paymentMethods);

const balanceRow = z.object({
  id,
  version,
  clientId: id,
  clientName: z.string(),
  recordNumber: z.number().int(),
  balanceCents: cents.describe('positive: the client owes it; negative: it stands to her credit'),
  owedSince: day.nullable().describe('since when she has owed something without a break'),
  waitingCents: cents.describe('charged, and no payer has said anything about it yet'),
  deniedCents: cents.describe('denied by payers and in dispute'),
  lastPaidAt: instant.nullable(),
});

export type BalanceRow = z.infer<typeof balanceRow>;

export const searchBalances = searchContract({
  path: '/balances/search',
  summary: 'What clients owe',
  filter: z
    .strictObject({ ids: z.array(id).max(200), standing: z.enum(balanceStandings), text: z.string().trim().max(100) })
    .partial(),
  sort: balanceSorts,
  row: balanceRow,
});

const source = z.object({
  remittanceId: id,
  remittanceClaimId: id,
  fileId: id,
  fileName: z.string(),
  payerName: z.string(),
  traceNumber: z.string(),
  paidOn: day.nullable(),
  segment: z.enum(['CAS', 'SVC', 'CLP']),
  offset: z.number().int().describe('byte of the segment in the file'),
});

const shareStep = z.object({
  code: z.enum(shareStepCodes),
  cents,
  day,
  entryId: id,
  adjustment: z.object({ group: z.string(), reason: z.string() }).nullable(),
  source: source.nullable(),
});

const standing = z.object({
  charge: cents,
  paid: cents,
  contractual: cents,
  denied: cents,
  client: cents,
  writtenOff: cents,
  open: cents,
});

const share = z.object({
  claimId: id,
  chargeId: id.nullable(),
  controlNumber: z.string().nullable(),
  code: z.string().nullable(),
  serviceDay: day.nullable(),
  standing: standing.nullable(),
  cents,
  openCents: cents,
  settledBy: z.array(z.object({ paymentId: id, cents })),
  steps: z.array(shareStep),
});

const payment = z.object({
  id,
  version,
  method,
  cents,
  reference: z.string().nullable(),
  visitId: id.nullable(),
  takenAt: instant,
  voidedAt: instant.nullable(),
});

const balanceView = z.object({
  id,
  version: z.number().int().min(0),
  clientId: id,
  clientName: z.string(),
  balanceCents: cents,
  creditCents: cents,
  copayCents: cents.nullable().describe('what the insurance card says a visit costs her now'),
  shares: z.array(share),
  payments: z.array(payment),
});

export const getBalance = readContract({
  path: '/clients/:id/balance',
  summary: 'What one client owes, and why: down to the segments of payers’ files',
  response: balanceView,
});

export const takePaymentContract = createContract({
  path: '/client-payments',
  summary: 'A client pays at the desk or by mail',
  body: z.strictObject({
    clientId: id,
    visitId: id.nullable().default(null),
    method,
    cents: z.number().int().min(1).max(largestPayment),
    reference: line(40).nullable().default(null),
    again: z
      .boolean()
      .default(false)
      .describe('the same sum came by the same means at the same visit, and this is another'),
  }),
  response: balanceView,
  problems: ['duplicate'],
});

export const voidPaymentContract = changeContract({
  path: '/client-payments/:id/void',
  summary: 'A payment was entered by mistake: a contra entry takes it back',
  body: empty,
  response: balanceView,
  problems: ['wrong_state'],
});

export const copaysDueContract = askContract({
  path: '/appointments/copays',
  summary: 'Of these appointments those at which a copay is still to be taken',
  body: z.strictObject({ ids: z.array(id).max(200) }),
  response: z.object({ copays: z.array(z.object({ appointmentId: id, clientId: id, dueCents: cents })) }),
});
