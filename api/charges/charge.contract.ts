import { z } from 'zod';
import { chargeLife } from '../../domain/claims/charge-state';
import { claimLife } from '../../domain/claims/claim-state';
import {
  askContract,
  changeContract,
  createContract,
  day,
  empty,
  id,
  readContract,
  searchContract,
  version,
} from '../http/contract';

const chargeState = z.enum(chargeLife.states);
/** Integer cents. */
const cents = z.number().int();
const code = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[0-9A-Z]{5}$/, 'wrong_format');
const modifiers = z
  .array(
    z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[0-9A-Z]{2}$/, 'wrong_format'),
  )
  .max(4);
/** CMS place of service. */
const placeOfService = z.string().regex(/^\d{2}$/, 'wrong_format');

export const chargeRow = z.object({
  id,
  version,
  clientId: id,
  clientName: z.string(),
  visitId: id,
  appointmentId: id,
  clinicianId: id,
  clinicianName: z.string(),
  serviceDay: day,
  state: chargeState,
  code: z.string(),
  modifiers: z.array(z.string()),
  units: z.number().int(),
  minutes: z.number().int().nullable(),
  placeOfService: z.string(),
  cents,
  diagnoses: z.array(z.string()),
  payerId: id.nullable(),
  payerName: z.string().nullable(),
  memberId: z.string().nullable(),
  rank: z.number().int().nullable(),
  claim: z.object({ id, controlNumber: z.string(), state: z.enum(claimLife.states) }).nullable(),
  /** Codes of the same visit that wait for a person too. */
  waiting: z.array(z.string()),
});

export type ChargeView = z.infer<typeof chargeRow>;

export const searchCharges = searchContract({
  path: '/charges/search',
  summary: 'What visits are billed as, the latest visit first',
  filter: z
    .strictObject({
      ids: z.array(id).max(200),
      states: z.array(chargeState).max(chargeLife.states.length),
      clientId: id,
      clinicianId: id,
      payerId: id,
      visitId: id,
    })
    .partial(),
  sort: ['serviceDay', 'cents', 'code'],
  row: chargeRow,
});

export const getCharge = readContract({ path: '/charges/:id', summary: 'One charge', response: chargeRow });

export const getChargeCodes = readContract({
  path: '/charges/:id/codes',
  summary: 'Services with a fee on the charge’s day that its visit is not billed as yet',
  response: z.object({ clientId: id, codes: z.array(z.object({ code: z.string(), cents })) }),
});

const mostAtOnce = 200;

export const approvalConsequences = askContract({
  path: '/charges/approval-consequences',
  summary: 'What approving charges does, visit by visit: which claims are made, which wait for what',
  body: z.strictObject({ ids: z.array(id).min(1).max(mostAtOnce) }),
  response: z.object({
    visits: z.array(
      z.object({
        visitId: id,
        clientId: id,
        clientName: z.string(),
        payerName: z.string().nullable(),
        serviceDay: day,
        codes: z.array(z.string()),
        cents,
        waiting: z.array(z.string()),
        claimId: id.nullable(),
        claimFollows: z.boolean(),
      }),
    ),
  }),
});

export type ApprovalView = z.infer<typeof approvalConsequences.response>;

export const approveCharge = changeContract({
  path: '/charges/:id/approve',
  summary: 'Agree to a charge; with the last one of a visit its claim is made',
  body: empty,
  response: chargeRow,
  problems: ['wrong_state', 'claim_incomplete'],
});

export const approveCharges = createContract({
  path: '/charges/approve',
  summary: 'Agree to several charges, all or none; answers how many still wait',
  body: z.strictObject({ charges: z.array(z.strictObject({ id, version })).min(1).max(mostAtOnce) }),
  response: z.object({ waiting: z.number().int() }),
  problems: ['wrong_state', 'claim_incomplete', 'stale_version'],
});

export const addCharge = changeContract({
  path: '/charges/:id/add-on',
  summary: 'Bill another service of the same visit beside a charge',
  body: z.strictObject({ code, modifiers: modifiers.default([]) }),
  response: chargeRow,
  problems: ['wrong_state'],
});

export const changeCharge = changeContract({
  path: '/charges/:id/change',
  summary: 'Bill a visit otherwise than proposed, before it is approved',
  body: z.strictObject({ code, modifiers, minutes: z.number().int().min(1).max(720), placeOfService }).partial(),
  response: chargeRow,
  problems: ['wrong_state'],
});

export const reopenCharge = changeContract({
  path: '/charges/:id/reopen',
  summary: 'Take an approved charge out of the books, to change it',
  body: empty,
  response: chargeRow,
  problems: ['wrong_state', 'charge_in_claim'],
});

export const cancelCharge = changeContract({
  path: '/charges/:id/cancel',
  summary: 'Do not bill a service',
  body: empty,
  response: chargeRow,
  problems: ['wrong_state', 'charge_in_claim'],
});
